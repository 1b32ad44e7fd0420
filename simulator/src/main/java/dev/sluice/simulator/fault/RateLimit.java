package dev.sluice.simulator.fault;

import dev.sluice.simulator.http.Request;
import dev.sluice.simulator.http.Response;
import java.util.Optional;

/** A token bucket of one second's worth of requests, as Cloud's burst limit works. */
final class RateLimit implements FaultRule {
  private final double rate;
  private final double capacity;
  private double tokens;
  private long filledAt = System.nanoTime();

  RateLimit(double rate) {
    this.rate = rate;
    this.capacity = Math.max(1, rate);
    this.tokens = capacity;
  }

  @Override
  public synchronized Optional<Response> instead(Request request) {
    long now = System.nanoTime();
    tokens = Math.min(capacity, tokens + (now - filledAt) * rate / 1e9);
    filledAt = now;
    if (tokens >= 1) {
      tokens -= 1;
      return Optional.empty();
    }
    long seconds = Math.max(1, (long) Math.ceil((1 - tokens) / rate));
    return Optional.of(
        Response.json(429, "{\"errorMessages\":[\"Rate limit exceeded.\"],\"errors\":{}}")
            .withHeader("Retry-After", Long.toString(seconds))
            .withHeader("X-RateLimit-Limit", Long.toString((long) Math.ceil(rate)))
            .withHeader("X-RateLimit-Remaining", "0")
            .withHeader("RateLimit-Reason", "jira-burst-based"));
  }
}
