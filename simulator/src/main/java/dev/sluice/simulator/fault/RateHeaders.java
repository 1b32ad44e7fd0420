package dev.sluice.simulator.fault;

import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;

/** A Data Center that limits rates and tells so on every answer, with a wait of nothing. */
record RateHeaders() implements FaultRule {
  @Override
  public Response after(Request request, Response response) {
    return response
        .withHeader("X-RateLimit-Limit", "1000")
        .withHeader("X-RateLimit-Remaining", "999")
        .withHeader("X-RateLimit-Interval-Seconds", "60")
        .withHeader("X-RateLimit-FillRate", "1000")
        .withHeader("retry-after", "0");
  }
}
