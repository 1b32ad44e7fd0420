package dev.sluice.transforms;

import dev.sluice.schemas.layout.SweepCounts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was spent before the first shard was read, and what was noticed.
 *
 * @param throttledMs time waited because Jira asked for it, milliseconds
 * @param warnings what a person should know, one line each; they go into the summary
 * @param sweep what a sweep found; null for every other run
 */
public record PlanningCost(
    long requests,
    long retries,
    long throttledMs,
    List<String> warnings,
    @Nullable SweepCounts sweep)
    implements Serializable {

  public PlanningCost {
    warnings = List.copyOf(warnings);
  }

  /** Of a run that is no sweep. */
  public PlanningCost(long requests, long retries, long throttledMs, List<String> warnings) {
    this(requests, retries, throttledMs, warnings, null);
  }

  /** The same with one warning more. */
  public PlanningCost with(String warning) {
    List<String> all = new ArrayList<>(warnings);
    all.add(warning);
    return new PlanningCost(requests, retries, throttledMs, all, sweep);
  }
}
