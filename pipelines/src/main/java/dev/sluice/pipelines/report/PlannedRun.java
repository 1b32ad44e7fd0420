package dev.sluice.pipelines.report;

import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.transforms.PlanningCost;
import dev.sluice.transforms.jql.Shard;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page takes from a run's plan.
 *
 * @param jira the site that was to be read
 * @param requestsPerSecond the most it might ask; null in a plan of an earlier version
 */
record PlannedRun(
    RunHeader run,
    URI jira,
    @Nullable Double requestsPerSecond,
    List<Shard> shards,
    FieldColumns columns,
    PlanningCost planning) {

  PlannedRun {
    shards = List.copyOf(shards);
  }
}
