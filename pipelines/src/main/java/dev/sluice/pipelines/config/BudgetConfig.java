package dev.sluice.pipelines.config;

import dev.sluice.transforms.jira.Patience;
import dev.sluice.transforms.jira.QuietHours;
import dev.sluice.transforms.jira.SharedStore;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the whole job may ask of Jira.
 *
 * @param requestsPerSecond a hard bound
 * @param concurrency requests in flight at once
 * @param maxWait how long one request waits for a Jira that asks it to before the run gives up
 * @param quietHours when the rate is lower
 * @param shared where other processes take from the same budget; null when it is this job's alone
 */
public record BudgetConfig(
    double requestsPerSecond,
    int concurrency,
    Duration maxWait,
    List<QuietHours> quietHours,
    @Nullable SharedStore shared) {

  /** Ten requests a second over eight connections: no Jira minds it. */
  public static final BudgetConfig DEFAULT = new BudgetConfig(10, 8);

  public BudgetConfig {
    quietHours = List.copyOf(quietHours);
  }

  /** The same rate at all hours, and the patience that Atlassian asks for. */
  public BudgetConfig(double requestsPerSecond, int concurrency) {
    this(requestsPerSecond, concurrency, Patience.STANDARD.longestWait(), List.of(), null);
  }
}
