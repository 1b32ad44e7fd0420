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

  private static final String BASIC = "basic";
  private static final String BEARER = "bearer";
  private static final String CLIENT_CREDENTIALS = "client-credentials";
  private static final String VARIABLE = "JIRA_TOKEN";

  private static final Key<String> TYPE =
      Key.of(
          "type",
          Scalars.choice(BASIC, BEARER, CLIENT_CREDENTIALS),
          "How to log in: basic for an API token of Cloud or a password, bearer for a personal"
              + " access token of Data Center, client-credentials for a service account.");
  private static final Key<LocalDate> EXPIRES =
      Key.of(
              "expires",
              Scalars.parsed("a day such as 2027-05-01", "\\d{4}-\\d{2}-\\d{2}", AuthSection::day),
              "The day on which the token ends; told in check and in every summary from 14 days"
                  + " before.")
          .suchAs("2027-05-01");
  private static final Key<String> USER =
      Key.of(
              "user",
              Scalars.text(),
              "Cloud: the account's e-mail address. Data Center: the user name.")
          .suchAs("you@acme.com");
  private static final Key<String> TOKEN =
      reference("token", "Where the API token, password or personal access token is.", VARIABLE);
  private static final Key<String> CLIENT_ID =
      Key.of("client-id", Scalars.text(), "The id of the service account's credential.");
  private static final Key<String> CLIENT_SECRET =
      reference("client-secret", "Where the secret of that credential is.", "JIRA_CLIENT_SECRET");
  private static final Key<String> TOKEN_URL =
      Key.of(
          "token-url",
          Scalars.text("an address", "https?://[^@#\\s]+"),
          "Where access tokens are issued; by default where the edition issues them.");
  private static final Key<String> SCOPE =
      Key.of("scope", Scalars.text(), "What access tokens are asked to be good for.");

  static final Keys KEYS =
      Keys.of(TYPE, EXPIRES)
          .requiring(TYPE)
          .when(TYPE, BASIC, List.of(USER, TOKEN), List.of())
          .when(TYPE, BEARER, List.of(TOKEN), List.of())
          .when(
              TYPE,
              CLIENT_CREDENTIALS,
              List.of(CLIENT_ID, CLIENT_SECRET),
              List.of(TOKEN_URL, SCOPE));

  private static final String REFRESH_TOKEN = "refresh-token";

  /** How people call the OAuth with a browser, three legs and refresh tokens. */
  private static final Set<String> THREE_LEGGED =
      Set.of("oauth", "oauth2", "3lo", "authorization-code", "oauth-3lo", "oauth2-3lo");

  private static final String GATEWAY = "api.atlassian.com";
  private static final URI GATEWAY_TOKENS = URI.create("https://auth.atlassian.com/oauth/token");

  private AuthSection() {}

  /** A key that says where a secret is. */
  static Key<String> reference(String name, String says, String variable) {
    return Key.of(
            name,
            Scalars.text(
                "`env:NAME`, `file:/path` or `gcp-secret://...`",
                SecretReference.FORM + "|(env|file|gcp-secret):.*\\$\\{.*"),
            says + " Never the secret itself: env:NAME, file:/path or gcp-secret://...")
        .suchAs("env:" + variable, "file:/run/secrets/" + name);
  }

  /**
   * Empty when a problem was reported.
   *
   * @param url of the Jira, when it is one
   */
  static Optional<AuthConfig> read(Section auth, Optional<URI> url) {
    if (isThreeLegged(auth)) {
      auth.problem(
          auth.mentions(REFRESH_TOKEN) ? REFRESH_TOKEN : TYPE.name(),
          "OAuth 3LO is refused: its refresh tokens change with every use, so that two processes"
              + " lock each other out; take client-credentials of a service account, an API token"
              + " (basic) or a personal access token (bearer)");
      return Optional.empty();
    }
    Optional<String> type = auth.get(TYPE);
    Optional<LocalDate> expires = auth.get(EXPIRES);
    if (!auth.has(TYPE)) {
      auth.problem(
          TYPE,
          "is missing; write basic (user and token), bearer (token) or client-credentials"
              + " (client-id and client-secret)");
    }
    Optional<AuthConfig> result = Optional.empty();
    if (type.isPresent()) {
      result =
          switch (type.get()) {
            case BASIC -> basic(auth, expires);
            case BEARER -> bearer(auth, expires);
            default -> clientCredentials(auth, url, expires);
          };
    } else {
      KEYS.all().forEach(auth::has);
    }
    auth.finish();
    return result;
  }

  private static boolean isThreeLegged(Section auth) {
    return auth.mentions(REFRESH_TOKEN)
        || auth.peek(TYPE)
            .filter(type -> THREE_LEGGED.contains(type.toLowerCase(Locale.ROOT)))
            .isPresent();
  }

  private static Optional<AuthConfig> basic(Section auth, Optional<LocalDate> expires) {
    Optional<String> user = auth.get(USER);
    if (user.isEmpty()) {
      auth.problem(USER, "is missing; Cloud wants the account's e-mail address here");
    }
    Optional<String> token = secret(auth, TOKEN, VARIABLE);
    return user.flatMap(name -> token.map(secret -> new AuthConfig.Basic(name, secret, expires)));
  }

  private static Optional<AuthConfig> bearer(Section auth, Optional<LocalDate> expires) {
    if (auth.has(USER)) {
      auth.problem(USER, "belongs to type basic; a bearer token names its user itself");
    }
    return secret(auth, TOKEN, VARIABLE).map(secret -> new AuthConfig.Bearer(secret, expires));
  }

  private static Optional<AuthConfig> clientCredentials(
      Section auth, Optional<URI> url, Optional<LocalDate> expires) {
    Optional<String> id = auth.get(CLIENT_ID);
    if (id.isEmpty()) {
      auth.problem(CLIENT_ID, "is missing; the service account's credential has one");
    }
    Optional<String> secret = secret(auth, CLIENT_SECRET, "JIRA_CLIENT_SECRET");
    Optional<String> address = auth.get(TOKEN_URL);
    Optional<URI> given = address.flatMap(AuthSection::address);
    if (address.isPresent() && given.isEmpty()) {
      auth.problem(TOKEN_URL, "expected an address such as https://.../token, without a login");
    }
    Optional<String> scope = auth.get(SCOPE);
    if (url.isEmpty() || id.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    String host = url.get().getHost().toLowerCase(Locale.ROOT);
    if (host.endsWith(".atlassian.net")) {
      auth.problem(
          TYPE,
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
  static Optional<String> secret(Section auth, Key<String> key, String variable) {
    if (!auth.has(key)) {
      auth.problem(key, "is missing; name where it is, such as env:" + variable);
      return Optional.empty();
    }
    Optional<String> reference = auth.get(key);
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
