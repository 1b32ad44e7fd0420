package dev.sluice.pipelines.config;

import dev.sluice.transforms.jira.SecretReference;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code jira.auth}. */
final class AuthSection {

  private static final List<String> TYPES = List.of("basic", "bearer", "client-credentials");

  /** How people call the OAuth with a browser, three legs and refresh tokens. */
  private static final Set<String> THREE_LEGGED =
      Set.of("oauth", "oauth2", "3lo", "authorization-code", "oauth-3lo", "oauth2-3lo");

  private static final String GATEWAY = "api.atlassian.com";
  private static final URI GATEWAY_TOKENS = URI.create("https://auth.atlassian.com/oauth/token");

  private AuthSection() {}

  /**
   * Empty when a problem was reported.
   *
   * @param url of the Jira, when it is one
   */
  static Optional<AuthConfig> read(Section auth, Optional<URI> url) {
    if (isThreeLegged(auth)) {
      auth.problem(
          auth.has("refresh-token") ? "refresh-token" : "type",
          "OAuth 3LO is refused: its refresh tokens change with every use, so that two processes"
              + " lock each other out; take client-credentials of a service account, an API token"
              + " (basic) or a personal access token (bearer)");
      return Optional.empty();
    }
    Optional<String> type = auth.choice("type", TYPES);
    Optional<LocalDate> expires =
        auth.parsed("expires", "a day such as 2027-05-01", AuthSection::day);
    if (!auth.has("type")) {
      auth.problem(
          "type",
          "is missing; write basic (user and token), bearer (token) or client-credentials"
              + " (client-id and client-secret)");
    }
    Optional<AuthConfig> result = Optional.empty();
    if (type.isPresent()) {
      result =
          switch (type.get()) {
            case "basic" -> basic(auth, expires);
            case "bearer" -> bearer(auth, expires);
            default -> clientCredentials(auth, url, expires);
          };
    } else {
      List.of("user", "token", "client-id", "client-secret", "token-url", "scope")
          .forEach(auth::has);
    }
    auth.finish();
    return result;
  }

  private static boolean isThreeLegged(Section auth) {
    return auth.has("refresh-token")
        || auth.peek("type")
            .filter(type -> THREE_LEGGED.contains(type.toLowerCase(Locale.ROOT)))
            .isPresent();
  }

  private static Optional<AuthConfig> basic(Section auth, Optional<LocalDate> expires) {
    Optional<String> user = auth.text("user");
    if (user.isEmpty()) {
      auth.problem("user", "is missing; Cloud wants the account's e-mail address here");
    }
    Optional<String> token = secret(auth, "token", "JIRA_TOKEN");
    return user.flatMap(name -> token.map(secret -> new AuthConfig.Basic(name, secret, expires)));
  }

  private static Optional<AuthConfig> bearer(Section auth, Optional<LocalDate> expires) {
    if (auth.has("user")) {
      auth.problem("user", "belongs to type basic; a bearer token names its user itself");
    }
    return secret(auth, "token", "JIRA_TOKEN")
        .map(secret -> new AuthConfig.Bearer(secret, expires));
  }

  private static Optional<AuthConfig> clientCredentials(
      Section auth, Optional<URI> url, Optional<LocalDate> expires) {
    Optional<String> id = auth.text("client-id");
    if (id.isEmpty()) {
      auth.problem("client-id", "is missing; the service account's credential has one");
    }
    Optional<String> secret = secret(auth, "client-secret", "JIRA_CLIENT_SECRET");
    Optional<String> address = auth.text("token-url");
    Optional<URI> given = address.flatMap(AuthSection::address);
    if (address.isPresent() && given.isEmpty()) {
      auth.problem("token-url", "expected an address such as https://.../token, without a login");
    }
    Optional<String> scope = auth.text("scope");
    if (url.isEmpty() || id.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    String host = url.get().getHost().toLowerCase(Locale.ROOT);
    if (host.endsWith(".atlassian.net")) {
      auth.problem(
          "type",
          "on Cloud a service account works only with jira.url https://"
              + GATEWAY
              + "/ex/jira/<cloudId>");
      return Optional.empty();
    }
    boolean cloud = host.equals(GATEWAY);
    URI own = cloud ? GATEWAY_TOKENS : URI.create(url.get() + "/rest/oauth2/latest/token");
    return Optional.of(
        new AuthConfig.ClientCredentials(
            id.get(),
            secret.get(),
            given.orElse(own),
            scope.orElse(cloud || given.isPresent() ? "" : "READ"),
            expires));
  }

  /** The value is never repeated: it may be the secret itself. */
  static Optional<String> secret(Section auth, String key, String variable) {
    if (!auth.has(key)) {
      auth.problem(key, "is missing; name where it is, such as env:" + variable);
      return Optional.empty();
    }
    Optional<String> reference = auth.text(key);
    if (reference.isPresent() && !SecretReference.isReference(reference.get())) {
      auth.problem(
          key,
          "holds the secret itself or no known reference; put the secret into an environment"
              + " variable and write env:"
              + variable
              + ", into a file and write file:/path, or into Secret Manager and write"
              + " gcp-secret://projects/p/secrets/s/versions/latest");
      return Optional.empty();
    }
    return reference;
  }

  private static Optional<URI> address(String text) {
    try {
      URI address = new URI(text.strip());
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      boolean plain = address.getRawUserInfo() == null && address.getRawFragment() == null;
      return web && plain && address.getHost() != null ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
