package dev.sluice.transforms.jira;

import java.io.Serializable;

/**
 * Bounds what one JVM asks of one Jira site.
 *
 * @param requestsPerSecond the most requests sent in a second, above 0; may be a fraction
 * @param concurrency the most requests under way at once, at least 1
 */
public record BudgetLimits(double requestsPerSecond, int concurrency) implements Serializable {

  /** Refuses limits under which nothing could be sent. */
  public BudgetLimits {
    if (!(requestsPerSecond > 0) || Double.isInfinite(requestsPerSecond) || concurrency < 1) {
      throw new JiraException.Misconfigured(
          new Problem(
              "The budget allows no request: "
                  + requestsPerSecond
                  + " requests per second, concurrency "
                  + concurrency
                  + ".",
              "Set budget.requests-per-second above 0 and budget.concurrency to 1 or more."));
    }
  }

  /** Returns the distance between two requests in nanoseconds, rounded up: never above the rate. */
  long intervalNanos() {
    return (long) Math.ceil(1e9 / requestsPerSecond);
  }

  /** Returns how many requests fit into {@link #windowNanos()}. */
  int window() {
    return (int) Math.max(1, Math.min(requestsPerSecond, Integer.MAX_VALUE));
  }

  /** Returns the time, a second or about it, in which no more than {@link #window()} are sent. */
  long windowNanos() {
    return window() * intervalNanos();
  }
}
