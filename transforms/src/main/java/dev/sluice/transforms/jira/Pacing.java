package dev.sluice.transforms.jira;

/**
 * Spaces permits evenly: pure arithmetic over a nanosecond clock. One permit is due every interval,
 * counted from the permit before it while callers queue, so that late wake-ups do not add up; and
 * counted from now after idle time, so that nothing is saved up for a burst. For one thread.
 */
final class Pacing {
  private boolean started;
  private long due;

  /** Returns how long from now until the next permit is due, 0 when it is. */
  long delay(long now) {
    return started ? Math.max(0, due - now) : 0;
  }

  /**
   * Takes the permit that is due.
   *
   * @param asked when the caller began to wait for it
   * @param now at or after the moment it is due
   * @param interval distance to the next permit
   */
  void take(long asked, long now, long interval) {
    boolean queued = started && asked - due < 0;
    // A wake-up later than half an interval is a stall: catching up after it would be a burst.
    boolean punctual = now - due <= interval / 2;
    due = (queued && punctual ? due : now) + interval;
    started = true;
  }
}
