package dev.sluice.simulator.api;

import dev.sluice.simulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may come in.
 *
 * @param credentials {@code user:token}; when absent every login that is not empty is good
 * @param anonymousBrowsing whether strangers, and those whose login failed, get an empty Jira
 *     instead of a 401 from the endpoints that allow it
 */
public record Login(Optional<String> credentials, boolean anonymousBrowsing) {
  /** How a login went, and what Jira says about it. */
  enum Outcome {
    OK("OK"),
    FAILED("AUTHENTICATED_FAILED"),
    /** Nobody tried. */
    NONE("");

    private final String header;

    Outcome(String header) {
      this.header = header;
    }

    String header() {
      return header;
    }
  }

  Outcome check(Request request) {
    String header = request.header("authorization").orElse("");
    int space = header.indexOf(' ');
    if (space < 0) {
      return header.isEmpty() ? Outcome.NONE : Outcome.FAILED;
    }
    String given = header.substring(space + 1).strip();
    boolean good =
        switch (header.substring(0, space).toLowerCase(Locale.ROOT)) {
          case "basic" -> basic(given);
          case "bearer" -> bearer(given);
          default -> false;
        };
    return good ? Outcome.OK : Outcome.FAILED;
  }

  /**
   * Whether somebody unknown may call an endpoint of this access.
   *
   * @param loginLost a login that Jira forgot gets what anonymous browsing would give it
   */
  boolean admits(Access access, boolean loginLost) {
    return switch (access) {
      case PUBLIC -> true;
      case BROWSING -> anonymousBrowsing || loginLost;
      case LOGIN -> false;
    };
  }

  private boolean basic(String encoded) {
    try {
      String plain = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = plain.indexOf(':');
      return credentials.map(plain::equals).orElse(colon > 0 && colon < plain.length() - 1);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private boolean bearer(String token) {
    return credentials
        .map(pair -> pair.substring(pair.indexOf(':') + 1).equals(token))
        .orElse(!token.isEmpty());
  }

  /** Says whether there are credentials, never what they are. */
  @Override
  public String toString() {
    return "Login[" + (credentials.isPresent() ? "one account" : "anybody") + "]";
  }
}
