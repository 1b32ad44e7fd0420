package dev.sluice.pipelines.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.transforms.Gate;
import dev.sluice.transforms.PlannedSchema;
import dev.sluice.transforms.PlanningCost;
import dev.sluice.transforms.SweepPlan;
import dev.sluice.transforms.jql.Shard;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it lies in the warehouse, from which a run that was cut off goes on. How to log in is
 * not in it: that is the configuration's to say, and may have changed meanwhile.
 *
 * @param format of this document; a reader leaves alone what it does not know
 * @param scope what the plan is about, see {@link PlanScope}: only the same question is taken up
 * @param attempts how often a run has begun with it
 * @param finishedBefore how many shards were finished when the last of these began
 * @param requestsPerSecond the most that the run may ask, all its machines together; null in a plan
 *     of an earlier version
 * @param columns the columns of the custom fields
 * @param schema where they come from, published when the run ends
 * @param sweep what a sweep found; null for every other run
 */
record PlanDocument(
    int format,
    String scope,
    int attempts,
    int finishedBefore,
    RunHeader run,
    URI jira,
    @Nullable Double requestsPerSecond,
    List<Shard> shards,
    JsonNode columns,
    PlannedSchema schema,
    TablePlan tables,
    Gate gate,
    int pageSize,
    PlanningCost planning,
    @Nullable SweepPlan sweep) {

  static final int FORMAT = 2;

  PlanDocument {
    shards = List.copyOf(shards);
  }

  /** The same plan, begun once more. */
  PlanDocument attempted(int finished) {
    return new PlanDocument(
        format,
        scope,
        attempts + 1,
        finished,
        run,
        jira,
        requestsPerSecond,
        shards,
        columns,
        schema,
        tables,
        gate,
        pageSize,
        planning,
        sweep);
  }
}
