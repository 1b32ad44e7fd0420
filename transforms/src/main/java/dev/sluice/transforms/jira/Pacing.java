package dev.sluice.transforms.jira;

import java.util.ArrayDeque;

/**
 * Decides when the next permit is due: pure arithmetic over a nanosecond clock, for one thread.
 *
 * <ul>
 *   <li>Permits are evenly spaced, one every interval of the rate that holds when it is asked for.
 *   <li>What a late wake-up or a pause of the JVM lost is caught up at twice the pace, up to a
 *       tenth of a second of it or one interval; idle time saves no more than that.
 *   <li>Whatever is caught up, no second has more permits than the rate says.
 * </ul>
 */
final class Pacing {
  private static final long CREDIT_NANOS = 50_000_000;

  private final ArrayDeque<Long> window = new ArrayDeque<>();
  private boolean started;

  /** When the last permit was due, which may be a little before it was taken. */
  private long lastDue;

  /** Returns how long from now until the next permit is due, 0 when it is. */
  long delay(long now, Rate rate) {
    if (!started) {
      return 0;
    }
    long delay = lastDue + rate.intervalNanos() - now;
    while (window.size() > rate.window()) {
      window.remove();
    }
    if (window.size() == rate.window()) {
      delay = Math.max(delay, window.element() + rate.windowNanos() - now);
    }
    return Math.max(0, delay);
  }

  /**
   * Takes the permit that is due.
   *
   * @param now at or after the moment it is due
   */
  void take(long now, Rate rate) {
    long due = started ? lastDue + rate.intervalNanos() : now;
    lastDue = now - due > CREDIT_NANOS ? now - CREDIT_NANOS : due;
    window.add(now);
    started = true;
  }
}
