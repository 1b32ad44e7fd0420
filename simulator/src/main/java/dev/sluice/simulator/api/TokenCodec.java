package dev.sluice.simulator.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Page tokens: opaque to clients, good only for the search they were given out for. */
final class TokenCodec {
  /**
   * Where a walk goes on.
   *
   * @param page how many pages were given out; makes every token of a walk different
   * @param version the state of the site that the offset is about
   */
  record Cursor(int offset, int page, long version) {
    static final Cursor START = new Cursor(0, 0, 0);
  }

  private final String binding;

  /**
   * @param search everything that must stay the same along the walk
   */
  TokenCodec(String search) {
    this.binding = digest(search);
  }

  String encode(Cursor cursor) {
    String plain = cursor.offset() + ":" + cursor.page() + ":" + cursor.version() + ":" + binding;
    return Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a token back.
   *
   * @throws ApiException 400 when it is not one, or is one of another search
   */
  Cursor decode(String token) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      String[] parts = plain.split(":", -1);
      if (parts.length == 4 && parts[3].equals(binding)) {
        return new Cursor(
            Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
      }
    } catch (IllegalArgumentException notAToken) {
      throw invalid();
    }
    throw invalid();
  }

  static ApiException invalid() {
    return ApiException.badRequest("The provided next page token is invalid or expired.");
  }

  private static String digest(String search) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(search.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8).toLowerCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
