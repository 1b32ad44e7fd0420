package dev.sluice.pipelines.run;

import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.transforms.Gate;
import dev.sluice.transforms.PlanningCost;
import dev.sluice.transforms.jira.JiraConnection;
import dev.sluice.transforms.jql.Shard;
import java.util.List;

/**
 * Everything a run will do, decided before anything is read: the graph is a function of it.
 *
 * @param root the warehouse, absolute
 * @param shards in the order in which they should be read: the newest first
 * @param pageSize issues asked for a page; the server may give fewer
 * @param planning what finding all this out has cost
 */
public record RunPlan(
    RunHeader run,
    JiraConnection jira,
    String root,
    List<Shard> shards,
    FieldColumns columns,
    Gate gate,
    int pageSize,
    PlanningCost planning) {

  public RunPlan {
    shards = List.copyOf(shards);
  }
}
