package dev.sluice.transforms.jira;

import java.io.Serializable;

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
        throw new JiraException.Misconfigured(
            new Problem(
                "The user of the basic login is empty or contains a colon.",
                "Give the e-mail address (Cloud) or the user name (Data Center)."));
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
}
