package dev.sluice.simulator.fault;

import java.time.Clock;
import java.time.Duration;

/**
 * A wrong clock.
 *
 * @param everywhere of Jira itself; otherwise only of the proxy that writes the {@code Date} header
 */
record SkewedClock(Duration ahead, boolean everywhere) implements FaultRule {
  @Override
  public Clock clock(Clock clock) {
    return everywhere ? Clock.offset(clock, ahead) : clock;
  }

  @Override
  public Clock dateClock(Clock clock) {
    return everywhere ? clock : Clock.offset(clock, ahead);
  }
}
