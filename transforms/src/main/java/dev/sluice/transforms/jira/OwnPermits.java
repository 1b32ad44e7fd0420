package dev.sluice.transforms.jira;

import java.time.Duration;

/** Permits that this JVM has for itself. For one thread at a time. */
final class OwnPermits implements Permits {
  private final Ticker ticker;
  private final Pacing pacing = new Pacing();

  OwnPermits(Ticker ticker) {
    this.ticker = ticker;
  }

  @Override
  public Turn take(Rate rate) {
    long now = ticker.nanos();
    long delay = pacing.delay(now, rate);
    if (delay > 0) {
      return new Turn.Busy(Duration.ofNanos(delay));
    }
    pacing.take(now, rate);
    return new Turn.Granted(Duration.ZERO);
  }

  @Override
  public void pause(Duration wait) {
    // Nobody else takes from these.
  }
}
