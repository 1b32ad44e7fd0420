package dev.sluice.transforms.jira;

import java.util.HashMap;
import java.util.Map;

/** Remembers until when Jira asked to leave an endpoint, or everything, alone. Thread-safe. */
final class Pauses {
  private final Map<String, Long> endpoints = new HashMap<>();
  private boolean everythingPaused;
  private long everythingUntil;

  synchronized void pause(Scope scope, String endpoint, long until) {
    if (scope == Scope.ENDPOINT) {
      endpoints.merge(endpoint, until, (one, other) -> one - other > 0 ? one : other);
    } else if (!everythingPaused || until - everythingUntil > 0) {
      everythingPaused = true;
      everythingUntil = until;
    }
  }

  /** Returns the nanoseconds until the endpoint may be asked again, 0 when it may now. */
  synchronized long remaining(String endpoint, long now) {
    long remaining = everythingPaused ? Math.max(0, everythingUntil - now) : 0;
    Long until = endpoints.get(endpoint);
    if (until != null && until - now <= 0) {
      endpoints.remove(endpoint);
    } else if (until != null) {
      remaining = Math.max(remaining, until - now);
    }
    everythingPaused = everythingPaused && everythingUntil - now > 0;
    return remaining;
  }
}
