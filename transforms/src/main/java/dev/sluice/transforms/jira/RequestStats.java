package dev.sluice.transforms.jira;

import java.time.Duration;

/**
 * What one client has asked and waited so far. Every figure only grows.
 *
 * @param requests HTTP requests sent, repetitions included
 * @param retries how many of them repeated an earlier one
 * @param throttled time spent waiting because Jira asked for it or failed
 * @param queued time spent waiting for the client's own budget
 * @param bodyBytes bytes of successful answers, unpacked
 */
public record RequestStats(
    long requests, long retries, Duration throttled, Duration queued, long bodyBytes) {

  /** Returns what was added after an earlier reading of the same client. */
  public RequestStats since(RequestStats earlier) {
    return new RequestStats(
        requests - earlier.requests,
        retries - earlier.retries,
        throttled.minus(earlier.throttled),
        queued.minus(earlier.queued),
        bodyBytes - earlier.bodyBytes);
  }
}
