package dev.sluice.transforms.jira;

import java.util.ArrayDeque;

/**
 * Decides when the next permit is due: pure arithmetic over a nanosecond clock, for one thread.
 *
 * <ul>
 *   <li>Permits are evenly spaced, one every interval.
 *   <li>What a late wake-up or a pause of the JVM lost is caught up at twice the pace, up to a
 *       tenth of a second of it or one interval; idle time saves no more than that.
 *   <li>Whatever is caught up, no second has more permits than the rate says.
 * </ul>
 */
final class Pacing {
  private static final long CREDIT_NANOS = 100_000_000;

  private final ArrayDeque<Long> window = new ArrayDeque<>();
  private boolean started;
  private long due;

  /** Returns how long from now until the next permit is due, 0 when it is. */
  long delay(long now, BudgetLimits limits) {
    if (!started) {
      return 0;
    }
    long delay = due - now;
    while (window.size() > limits.window()) {
      window.remove();
    }
    if (window.size() == limits.window()) {
      delay = Math.max(delay, window.element() + limits.windowNanos() - now);
    }
    return Math.max(0, delay);
  }

  /**
   * Takes the permit that is due.
   *
   * @param now at or after the moment it is due
   */
  void take(long now, BudgetLimits limits) {
    long interval = limits.intervalNanos();
    long credit = Math.max(CREDIT_NANOS, interval);
    if (!started) {
      due = now;
    } else if (now - due > credit) {
      due = now - credit;
    }
    due += interval;
    window.add(now);
    started = true;
  }
}
