package dev.sluice.gcp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.xerial.snappy.SnappyError;
import org.xerial.snappy.SnappyInputStream;

/** Bytes as text, together with what is compressed inside of them. */
final class Unpacked {

  /** How a serialized function of Beam begins. */
  private static final byte[] COMPRESSED = {(byte) 0x82, 'S', 'N', 'A', 'P', 'P', 'Y', 0};

  private Unpacked() {}

  static String text(byte[] bytes) {
    StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
    for (int at = 0; at + COMPRESSED.length <= bytes.length; at++) {
      if (beginsAt(bytes, at)) {
        text.append('\n').append(unpacked(bytes, at));
      }
    }
    return text.toString();
  }

  /** The JSON of a job, whose functions are written with percent signs. */
  static String job(String json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < json.length(); i++) {
      if (json.charAt(i) == '%' && isHexadecimal(json, i + 1) && isHexadecimal(json, i + 2)) {
        bytes.write(Integer.parseInt(json.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(json.charAt(i));
      }
    }
    return json + text(bytes.toByteArray());
  }

  private static boolean isHexadecimal(String text, int at) {
    return at < text.length() && Character.digit(text.charAt(at), 16) >= 0;
  }

  private static boolean beginsAt(byte[] bytes, int at) {
    for (int i = 0; i < COMPRESSED.length; i++) {
      if (bytes[at + i] != COMPRESSED[i]) {
        return false;
      }
    }
    return true;
  }

  /** As much as there is: what follows in the file is no part of it. */
  private static String unpacked(byte[] bytes, int at) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SnappyInputStream in =
        new SnappyInputStream(new ByteArrayInputStream(bytes, at, bytes.length - at))) {
      for (int read = in.read(); read >= 0; read = in.read()) {
        out.write(read);
      }
    } catch (IOException | SnappyError e) {
      return out.toString(StandardCharsets.ISO_8859_1);
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }
}
