package dev.sluice.schemas.avro;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Values in Avro's binary form, one after the other, in a buffer that grows and is used again. */
final class AvroBytes {

  private static final int FIRST_SIZE = 1 << 14;
  private static final int LONGEST_NUMBER = 10;

  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;

  void clear() {
    length = 0;
  }

  /** What was written, valid until more is. */
  ByteBuffer written() {
    return ByteBuffer.wrap(bytes, 0, length);
  }

  void writeBoolean(boolean value) {
    reserve(1);
    bytes[length++] = (byte) (value ? 1 : 0);
  }

  /**
   * Of an {@code int} or {@code long}, and of the position in a union or list: zigzag, base 128.
   */
  void writeLong(long value) {
    reserve(LONGEST_NUMBER);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** Eight bytes, the lowest first. */
  void writeDouble(double value) {
    reserve(Double.BYTES);
    long bits = Double.doubleToRawLongBits(value);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      bytes[length++] = (byte) (bits >>> shift);
    }
  }

  void writeText(byte[] utf8) {
    writeLong(utf8.length);
    reserve(utf8.length);
    System.arraycopy(utf8, 0, bytes, length, utf8.length);
    length += utf8.length;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void reserve(int more) {
    int needed = Math.addExact(length, more);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(2L * length, 1 << 30)));
    }
  }
}
