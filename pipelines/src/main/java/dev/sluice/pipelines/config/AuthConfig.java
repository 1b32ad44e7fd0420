package dev.sluice.pipelines.config;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/** How to log in to Jira. Secrets are references such as {@code env:JIRA_TOKEN}. */
public sealed interface AuthConfig {

  /** Where the secret is, such as {@code env:NAME} or {@code file:/path}. */
  String token();

  /** The day on which the token ends, where the user has noted it. */
  Optional<LocalDate> expires();

  /** Jira Cloud: e-mail address and API token. Data Center: user name and password. */
  record Basic(String user, String token, Optional<LocalDate> expires) implements AuthConfig {}

  /** A personal access token of Data Center. */
  record Bearer(String token, Optional<LocalDate> expires) implements AuthConfig {}

  /**
   * A service account: OAuth 2 client credentials.
   *
   * @param clientId the id itself or a reference to it
   * @param token where the client's secret is
   * @param tokenUrl where access tokens are issued
   * @param scope what they are asked to be good for; may be empty
   */
  record ClientCredentials(
      String clientId, String token, URI tokenUrl, String scope, Optional<LocalDate> expires)
      implements AuthConfig {}
}
