package dev.sluice.transforms.jira;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Passes a body on and can give back, byte for byte, the piece of it that was just read. Only that
 * piece is kept, and the chunk that is being read: a page is never held twice.
 */
final class RecordedBody extends FilterInputStream {
  private static final int SMALL = 64 * 1024;

  private byte[] held = new byte[SMALL];
  private int length;
  private long heldFrom;
  private boolean keeping;

  RecordedBody(InputStream body) {
    super(body);
  }

  /** Returns how many bytes have been read. */
  long count() {
    return heldFrom + length;
  }

  /** Begins to keep the bytes from an offset on, which lies within the last chunk read. */
  void keepFrom(long offset) {
    int skipped = Math.toIntExact(offset - heldFrom);
    System.arraycopy(held, skipped, held, 0, length - skipped);
    heldFrom = offset;
    length -= skipped;
    keeping = true;
  }

  /** Returns the bytes kept so far up to an offset, and keeps only the rest of its chunk. */
  byte[] takeUntil(long end) {
    int size = Math.toIntExact(end - heldFrom);
    byte[] piece = Arrays.copyOf(held, size);
    byte[] target = held.length > SMALL ? new byte[Math.max(SMALL, length - size)] : held;
    System.arraycopy(held, size, target, 0, length - size);
    held = target;
    heldFrom = end;
    length -= size;
    keeping = false;
    return piece;
  }

  @Override
  public int read(byte[] target, int offset, int wanted) throws IOException {
    int count = in.read(target, offset, wanted);
    if (count > 0) {
      append(target, offset, count);
    }
    return count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public long skip(long wanted) throws IOException {
    return Math.max(
        0, read(new byte[(int) Math.min(wanted, SMALL)], 0, (int) Math.min(wanted, SMALL)));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void append(byte[] source, int offset, int count) {
    if (!keeping) {
      heldFrom += length;
      length = 0;
    }
    if (held.length - length < count) {
      held =
          Arrays.copyOf(
              held,
              Math.max(length + count, (int) Math.min(2L * held.length, Integer.MAX_VALUE - 8)));
    }
    System.arraycopy(source, offset, held, length, count);
    length += count;
  }
}
