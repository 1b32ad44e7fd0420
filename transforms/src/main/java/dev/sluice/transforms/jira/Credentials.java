package dev.sluice.transforms.jira;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The login at one site, of all clients in this JVM that log in the same way. Once it was refused
 * for good nobody tries it again: further attempts could lock the account. Thread-safe.
 */
final class Credentials {
  private final Auth auth;
  private final Login login;
  private final Redaction redaction;
  private volatile @Nullable Problem refusal;

  Credentials(Auth auth, Login login, Redaction redaction) {
    this.auth = auth;
    this.login = login;
    this.redaction = redaction;
  }

  /** Returns why the login is not tried any more. */
  Optional<Problem> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Gives the login up. */
  void refused(Problem problem) {
    refusal = problem;
  }

  /** Returns the value of the Authorization header. */
  String header() {
    return login.header();
  }

  /**
   * Obtains the login again after a header was not accepted.
   *
   * @return whether there is another one to try: the same one again could lock the account
   */
  boolean renew(String refused) {
    login.renew(refused);
    return !login.header().equals(refused);
  }

  /** Blots the secret out of text that came from elsewhere, in every form it could have there. */
  String redact(String text) {
    return redaction.apply(text);
  }

  @Override
  public String toString() {
    return auth.toString();
  }
}
