package dev.sluice.transforms.jira;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what is asked of one Jira site: by one JVM, or by all that share a store.
 *
 * @param requestsPerSecond the most requests sent in a second, above 0; may be a fraction
 * @param concurrency the most requests under way at once, at least 1
 * @param quietHours when the rate is lower; where they overlap the lowest rate holds
 * @param shared where the rate is shared with other processes; null when this JVM has it alone
 */
public record BudgetLimits(
    double requestsPerSecond,
    int concurrency,
    List<QuietHours> quietHours,
    @Nullable SharedStore shared)
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
    this(requestsPerSecond, concurrency, List.of(), null);
  }

  /**
   * Returns what each of several JVMs may ask, so that together they keep to these limits. A rate
   * that is kept in a shared store is not divided: the store counts for all of them. Each may have
   * one request under way at least.
   *
   * @param jvms how many there are at most, 1 or more
   */
  public BudgetLimits among(int jvms) {
    int each = Math.max(1, concurrency / jvms);
    return shared == null
        ? new BudgetLimits(
            requestsPerSecond / jvms,
            each,
            quietHours.stream().map(hours -> hours.among(jvms)).toList(),
            null)
        : new BudgetLimits(requestsPerSecond, each, quietHours, shared);
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
    return new JiraException.Misconfigured(Trouble.NO_BUDGET.with(what));
  }
}
