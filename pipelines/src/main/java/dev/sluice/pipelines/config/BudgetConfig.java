package dev.sluice.pipelines.config;

import dev.sluice.transforms.jira.Patience;
import dev.sluice.transforms.jira.QuietHours;
import java.time.Duration;
import java.util.List;

/**
 * What the whole job may ask of Jira.
 *
 * @param requestsPerSecond a hard bound
 * @param concurrency requests in flight at once
 * @param maxWait how long one request waits for a Jira that asks it to before the run gives up
 * @param quietHours when the rate is lower
 */
public record BudgetConfig(
    double requestsPerSecond, int concurrency, Duration maxWait, List<QuietHours> quietHours) {

  /** Ten requests a second over eight connections: no Jira minds it. */
  public static final BudgetConfig DEFAULT = new BudgetConfig(10, 8);

  public BudgetConfig {
    quietHours = List.copyOf(quietHours);
  }

  /** The same rate at all hours, and the patience that Atlassian asks for. */
  public BudgetConfig(double requestsPerSecond, int concurrency) {
    this(requestsPerSecond, concurrency, Patience.STANDARD.longestWait(), List.of());
  }
}
