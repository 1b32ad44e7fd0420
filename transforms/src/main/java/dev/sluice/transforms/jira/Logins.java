package dev.sluice.transforms.jira;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The logins in use: clients that log in the same way at the same site share one, so that a token
 * is fetched once and a refused login tried once. It is forgotten when the last of them closes.
 * Thread-safe.
 */
final class Logins {
  /** Those of this JVM. */
  static final Logins SHARED = new Logins();

  private final Map<Key, Shared> inUse = new HashMap<>();

  private record Key(String siteKey, Auth auth) {}

  private static final class Shared {
    private final Credentials credentials;
    private int users;

    Shared(Credentials credentials) {
      this.credentials = credentials;
    }
  }

  /** One client's part in a login. */
  final class Lease implements AutoCloseable {
    private final Key key;
    private final Credentials credentials;
    private boolean returned;

    private Lease(Key key, Credentials credentials) {
      this.key = key;
      this.credentials = credentials;
    }

    Credentials credentials() {
      return credentials;
    }

    @Override
    public void close() {
      synchronized (inUse) {
        Shared shared = inUse.get(key);
        if (!returned && shared != null && --shared.users == 0) {
          inUse.remove(key);
        }
        returned = true;
      }
    }
  }

  /** Joins the login, or makes it. */
  Lease lease(JiraConnection connection, Supplier<Credentials> made) {
    Key key = new Key(connection.siteKey(), connection.auth());
    synchronized (inUse) {
      Shared shared = inUse.computeIfAbsent(key, absent -> new Shared(made.get()));
      shared.users++;
      return new Lease(key, shared.credentials);
    }
  }
}
