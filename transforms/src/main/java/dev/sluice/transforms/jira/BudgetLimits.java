package dev.sluice.transforms.jira;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * Bounds what one JVM asks of one Jira site.
 *
 * @param requestsPerSecond the most requests sent in a second, above 0; may be a fraction
 * @param concurrency the most requests under way at once, at least 1
 * @param quietHours when the rate is lower; where they overlap the lowest rate holds
 */
public record BudgetLimits(double requestsPerSecond, int concurrency, List<QuietHours> quietHours)
    implements Serializable {

  /** Refuses limits under which nothing could be sent. */
  public BudgetLimits {
    requirePositive(requestsPerSecond);
    if (concurrency < 1) {
      throw nothingAllowed("concurrency " + concurrency);
    }
    // A plan written before there were quiet hours has none.
    quietHours = quietHours == null ? List.of() : List.copyOf(quietHours);
  }

  /** The same limits at all hours. */
  public BudgetLimits(double requestsPerSecond, int concurrency) {
    this(requestsPerSecond, concurrency, List.of());
  }

  /** Returns the rate that holds at a moment. */
  Rate rateAt(Instant moment) {
    double rate = requestsPerSecond;
    for (QuietHours hours : quietHours) {
      if (hours.requestsPerSecond() < rate && hours.contains(moment)) {
        rate = hours.requestsPerSecond();
      }
    }
    return new Rate(rate);
  }

  static void requirePositive(double requestsPerSecond) {
    if (!(requestsPerSecond > 0) || Double.isInfinite(requestsPerSecond)) {
      throw nothingAllowed(requestsPerSecond + " requests per second");
    }
  }

  private static JiraException nothingAllowed(String what) {
    return new JiraException.Misconfigured(
        new Problem(
            "The budget allows no request: " + what + ".",
            "Set budget.requests-per-second above 0 and budget.concurrency to 1 or more."));
  }
}
