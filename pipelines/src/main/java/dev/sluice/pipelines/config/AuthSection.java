package dev.sluice.pipelines.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads {@code jira.auth}. */
final class AuthSection {

  private static final List<String> TYPES = List.of("basic", "bearer", "client-credentials");

  private AuthSection() {}

  /** Empty when a problem was reported. */
  static Optional<AuthConfig> read(Section auth) {
    Optional<String> type = auth.choice("type", TYPES);
    Optional<String> user = auth.text("user");
    Optional<String> token = token(auth);
    Optional<LocalDate> expires =
        auth.parsed("expires", "a day such as 2027-05-01", AuthSection::day);
    if (!auth.has("type")) {
      auth.problem("type", "is missing; write basic (user and token) or bearer (token)");
    }
    Optional<AuthConfig> result = Optional.empty();
    if (type.isPresent()) {
      result =
          switch (type.get()) {
            case "basic" -> basic(auth, user, token, expires);
            case "bearer" -> bearer(auth, token, expires);
            default -> clientCredentials(auth);
          };
    }
    auth.finish();
    return result;
  }

  private static Optional<AuthConfig> basic(
      Section auth, Optional<String> user, Optional<String> token, Optional<LocalDate> expires) {
    if (user.isEmpty()) {
      auth.problem("user", "is missing; Cloud wants the account's e-mail address here");
    }
    requireToken(auth);
    return user.flatMap(name -> token.map(secret -> new AuthConfig.Basic(name, secret, expires)));
  }

  private static Optional<AuthConfig> bearer(
      Section auth, Optional<String> token, Optional<LocalDate> expires) {
    if (auth.has("user")) {
      auth.problem("user", "belongs to type basic; a bearer token names its user itself");
    }
    requireToken(auth);
    return token.map(secret -> new AuthConfig.Bearer(secret, expires));
  }

  private static Optional<AuthConfig> clientCredentials(Section auth) {
    auth.text("client-id");
    auth.text("client-secret");
    auth.notYet("type", "use basic with an API token, or bearer with a personal access token");
    return Optional.empty();
  }

  private static void requireToken(Section auth) {
    if (!auth.has("token")) {
      auth.problem("token", "is missing; name where it is, such as env:JIRA_TOKEN");
    }
  }

  /** The value is never repeated: it may be the secret itself. */
  private static Optional<String> token(Section auth) {
    Optional<String> token = auth.text("token");
    if (token.isEmpty()) {
      return Optional.empty();
    }
    String reference = token.get();
    if (reference.startsWith("gcp-secret:") || reference.startsWith("vault:")) {
      auth.notYet("token", "use env:NAME or file:/path");
      return Optional.empty();
    }
    if (!reference.matches("env:[A-Za-z_][A-Za-z0-9_]*|file:.+")) {
      auth.problem(
          "token",
          "holds the secret itself or no known reference; put the secret into an environment"
              + " variable and write env:JIRA_TOKEN, or into a file and write file:/path");
      return Optional.empty();
    }
    return token;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
