package dev.sluice.pipelines.run;

import dev.sluice.transforms.SweepPlan;
import dev.sluice.transforms.jql.Shard;
import java.util.List;
import java.util.Optional;

/**
 * What a run will read.
 *
 * @param shards in the order in which they should be read
 * @param warnings what was noticed, for the summary
 * @param hiddenProjects projects that were to be read and that Jira does not show
 * @param sweep what a sweep will do; empty for every other run
 */
record PlannedReading(
    List<Shard> shards,
    List<String> warnings,
    List<String> hiddenProjects,
    Optional<SweepPlan> sweep) {

  /** The reading of a run that is no sweep. */
  PlannedReading(List<Shard> shards, List<String> warnings) {
    this(shards, warnings, List.of(), Optional.empty());
  }

  /** The reading of a sweep; its report warns for itself. */
  static PlannedReading of(SweepPlan sweep) {
    return new PlannedReading(sweep.shards(), List.of(), List.of(), Optional.of(sweep));
  }

  PlannedReading {
    shards = List.copyOf(shards);
    warnings = List.copyOf(warnings);
    hiddenProjects = List.copyOf(hiddenProjects);
  }

  /** The same reading of a load that leaves projects out. */
  PlannedReading without(List<String> projects) {
    return new PlannedReading(shards, warnings, projects, sweep);
  }
}
