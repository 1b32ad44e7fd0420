package dev.sluice.pipelines.config;

/**
 * What the whole job may ask of Jira.
 *
 * @param requestsPerSecond a hard bound
 * @param concurrency requests in flight at once
 */
public record BudgetConfig(double requestsPerSecond, int concurrency) {

  /** Ten requests a second over eight connections: no Jira minds it. */
  public static final BudgetConfig DEFAULT = new BudgetConfig(10, 8);
}
