package dev.sluice.simulator.fault;

import dev.sluice.simulator.http.Request;
import java.time.Duration;

/** Holds answers back. */
record Slow(Duration delay, String pathEnding) implements FaultRule {
  @Override
  public Duration delay(Request request) {
    return request.path().endsWith(pathEnding) ? delay : Duration.ZERO;
  }
}
