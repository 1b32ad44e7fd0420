package dev.sluice.transforms.jira;

import java.io.Serializable;
import java.net.URI;

/** Says how a client logs in. Holds references only, never a secret. */
public sealed interface Auth extends Serializable {

  /** Returns where the secret is found. */
  SecretReference secret();

  /**
   * Logs in with a user and a token: e-mail and API token on Cloud, user name and password on Data
   * Center.
   *
   * @param user the e-mail address or user name
   * @param secret where the token or password is found
   */
  record Basic(String user, SecretReference secret) implements Auth {

    /**
     * Refuses a user Jira could not read: basic authentication ends the user at the first colon.
     */
    public Basic {
      if (user.isBlank() || user.indexOf(':') >= 0) {
        throw new JiraException.Misconfigured(Trouble.NO_USER.with());
      }
    }

    /** Names the reference only: the user is a person. */
    @Override
    public String toString() {
      return "basic login with " + secret;
    }
  }

  /**
   * Logs in with a personal access token (Data Center) or another bearer token.
   *
   * @param secret where the token is found
   */
  record Bearer(SecretReference secret) implements Auth {
    @Override
    public String toString() {
      return "bearer login with " + secret;
    }
  }

  /**
   * Logs in as a service account by OAuth 2 client credentials, on Cloud (through the gateway) or
   * Data Center.
   *
   * @param clientId the id of the client, or a reference to it
   * @param secret where the client's secret is found
   * @param tokenUrl where access tokens are issued
   * @param scope what the token is to be good for; empty where the client has it settled
   */
  record ClientCredentials(String clientId, SecretReference secret, URI tokenUrl, String scope)
      implements Auth {
    @Override
    public String toString() {
      return "client credentials login with " + secret;
    }
  }
}
