package dev.sluice.transforms.jira;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Logs in with a token or password: read when it is made, read again when it is refused. */
final class SecretLogin implements Login {
  private final Auth auth;
  private final SecretStore store;
  private final Redaction redaction;
  private volatile String header;

  /** Reads the secret. */
  SecretLogin(Auth auth, SecretStore store, Redaction redaction) {
    this.auth = auth;
    this.store = store;
    this.redaction = redaction;
    this.header = read();
  }

  @Override
  public String header() {
    return header;
  }

  @Override
  public synchronized void renew(String refused) {
    if (header.equals(refused)) {
      header = read();
    }
  }

  private String read() {
    String secret = store.read(auth.secret());
    redaction.remember(secret);
    if (auth instanceof Auth.Basic basic) {
      String pair = basic.user() + ":" + secret;
      redaction.remember(pair);
      return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
    return "Bearer " + secret;
  }
}
