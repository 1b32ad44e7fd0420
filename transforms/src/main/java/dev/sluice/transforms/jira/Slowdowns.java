package dev.sluice.transforms.jira;

import java.util.HashMap;
import java.util.Map;

/**
 * Remembers how much slower than the budget Jira's limits want an endpoint, or everything, to be
 * asked for a while. Thread-safe.
 */
final class Slowdowns {
  private static final String EVERYTHING = "";

  private final Map<String, Slowdown> slowdowns = new HashMap<>();

  private record Slowdown(Scope scope, Rate rate, long until) {}

  synchronized void slow(Scope scope, String endpoint, Rate rate, long until) {
    slowdowns.put(key(scope, endpoint), new Slowdown(scope, rate, until));
  }

  synchronized void lift(Scope scope, String endpoint) {
    slowdowns.remove(key(scope, endpoint));
  }

  /** Keeps everybody away after a permit for as long as the slower rates want. */
  synchronized void taken(String endpoint, long now, Pauses pauses) {
    spaceOut(EVERYTHING, endpoint, now, pauses);
    spaceOut(endpoint, endpoint, now, pauses);
  }

  private void spaceOut(String key, String endpoint, long now, Pauses pauses) {
    Slowdown slowdown = slowdowns.get(key);
    if (slowdown == null) {
      return;
    }
    long left = slowdown.until() - now;
    if (left <= 0) {
      slowdowns.remove(key);
    } else {
      long space = Math.min(left, slowdown.rate().intervalNanos());
      pauses.pause(slowdown.scope(), endpoint, now + space);
    }
  }

  private static String key(Scope scope, String endpoint) {
    return scope == Scope.EVERYTHING ? EVERYTHING : endpoint;
  }
}
