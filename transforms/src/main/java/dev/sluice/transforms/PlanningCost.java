package dev.sluice.transforms;

import dev.sluice.schemas.layout.Notice;
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
 * @param notices of what was noticed, that which somebody is to be told of
 * @param hiddenProjects projects that were to be read and that Jira does not show the account
 * @param sweep what a sweep found; null for every other run
 */
public record PlanningCost(
    long requests,
    long retries,
    long throttledMs,
    List<String> warnings,
    List<Notice> notices,
    List<String> hiddenProjects,
    @Nullable SweepCounts sweep)
    implements Serializable {

  public PlanningCost {
    warnings = List.copyOf(warnings);
    // Plans of earlier versions have neither of these.
    notices = notices == null ? List.of() : List.copyOf(notices);
    hiddenProjects = hiddenProjects == null ? List.of() : List.copyOf(hiddenProjects);
  }

  /** Of a run that is no sweep and may read everything that it was to read. */
  public PlanningCost(long requests, long retries, long throttledMs, List<String> warnings) {
    this(requests, retries, throttledMs, warnings, List.of(), List.of(), null);
  }

  /** The same with one warning more. */
  public PlanningCost with(String warning) {
    List<String> all = new ArrayList<>(warnings);
    all.add(warning);
    return new PlanningCost(requests, retries, throttledMs, all, notices, hiddenProjects, sweep);
  }
}
