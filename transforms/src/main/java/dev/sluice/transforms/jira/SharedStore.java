package dev.sluice.transforms.jira;

import java.io.Serializable;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says where processes that share one budget meet.
 *
 * @param address {@code redis://host:port/database}, or {@code rediss://} for an encrypted one
 * @param password where its password is found; null for none
 */
public record SharedStore(URI address, @Nullable SecretReference password) implements Serializable {
  private static final int USUAL_PORT = 6379;
  private static final Set<String> SCHEMES = Set.of("redis", "rediss");

  /**
   * Refuses an address nobody could meet at.
   *
   * @throws JiraException.Misconfigured when it is no Redis, or carries a password
   */
  public SharedStore {
    if (!isUsable(address)) {
      throw new JiraException.Misconfigured(Trouble.NO_SHARED_STORE.with());
    }
  }

  /** Returns whether an address is one of a Redis, without a password in it. */
  public static boolean isUsable(URI address) {
    return address.getScheme() != null
        && SCHEMES.contains(address.getScheme())
        && address.getHost() != null
        && address.getRawUserInfo() == null
        && (address.getPath() == null || address.getPath().matches("(/\\d{0,4})?"));
  }

  boolean encrypted() {
    return address.getScheme().equals("rediss");
  }

  int port() {
    return address.getPort() < 0 ? USUAL_PORT : address.getPort();
  }

  int database() {
    String path = address.getPath() == null ? "" : address.getPath();
    return path.length() < 2 ? 0 : Integer.parseInt(path.substring(1));
  }
}
