package dev.sluice.transforms.jira;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * Holds the login of one client: read when it opens, read again when Jira stops accepting it, so
 * that a rotated secret needs no restart. Thread-safe.
 */
final class Credentials {
  /** Blotting out a secret of one or two letters would blot out every message. */
  private static final int SHORTEST_REDACTED = 4;

  private final Auth auth;
  private final SecretStore store;
  private final Set<String> forms = new CopyOnWriteArraySet<>();
  private volatile String header;

  /** Reads the secret. */
  Credentials(Auth auth, SecretStore store) {
    this.auth = auth;
    this.store = store;
    this.header = read();
  }

  /** Returns the value of the Authorization header. */
  String header() {
    return header;
  }

  /**
   * Reads the secret again after a header was not accepted.
   *
   * @return whether there is another one to try: the same one again could lock the account
   */
  synchronized boolean renew(String refused) {
    if (header.equals(refused)) {
      header = read();
    }
    return !header.equals(refused);
  }

  /** Blots the secret out of text that came from elsewhere, in every form it could have there. */
  String redact(String text) {
    String clean = text;
    for (String form : forms) {
      clean = clean.replace(form, "***");
    }
    return clean;
  }

  @Override
  public String toString() {
    return auth.toString();
  }

  private String read() {
    String secret = store.read(auth.secret());
    if (auth instanceof Auth.Basic basic) {
      String encoded = base64(basic.user() + ":" + secret);
      // Before the secret's own forms, which may be parts of this one.
      remember(encoded);
      remember(secret);
      return "Basic " + encoded;
    }
    remember(secret);
    return "Bearer " + secret;
  }

  private void remember(String secret) {
    if (secret.length() >= SHORTEST_REDACTED) {
      forms.add(secret);
      forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
      forms.add(base64(secret));
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
