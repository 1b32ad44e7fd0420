package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.IssueProfile;
import dev.sluice.schemas.layout.RunSummary;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a warehouse knows of one run.
 *
 * @param plan empty when it was removed, or no longer fits this version
 * @param shards those that came to an end, by their ids
 * @param published whether there is a manifest
 * @param previous the run before it that published something
 */
record RunFacts(
    RunSummary summary,
    Optional<PlannedRun> plan,
    List<ShardFacts> shards,
    boolean published,
    Optional<IssueProfile> profile,
    List<FieldChange> changes,
    List<SetAside> setAside,
    Optional<RunSummary> previous) {

  RunFacts {
    shards = List.copyOf(shards);
    changes = List.copyOf(changes);
    setAside = List.copyOf(setAside);
  }
}
