package dev.sluice.transforms.jira;

import java.util.ArrayDeque;

/** Measures how many permits a second were taken lately. Thread-safe. */
final class RecentRate {
  private static final long WINDOW_NANOS = 10_000_000_000L;

  private final ArrayDeque<Long> taken = new ArrayDeque<>();

  synchronized void record(long now) {
    forget(now);
    taken.addLast(now);
  }

  /** Returns permits a second over the last ten seconds, or since the first when that is less. */
  synchronized double perSecond(long now) {
    forget(now);
    if (taken.size() < 2) {
      return taken.size() * 1e9 / WINDOW_NANOS;
    }
    long span = Math.max(1, now - taken.getFirst());
    return taken.size() * 1e9 / span;
  }

  private void forget(long now) {
    while (!taken.isEmpty() && now - taken.getFirst() > WINDOW_NANOS) {
      taken.removeFirst();
    }
  }
}
