package dev.sluice.pipelines.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.transforms.Gate;
import dev.sluice.transforms.PlannedSchema;
import dev.sluice.transforms.PlanningCost;
import dev.sluice.transforms.SweepPlan;
import dev.sluice.transforms.jira.JiraConnection;
import dev.sluice.transforms.jql.Shard;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Everything a run will do, decided before anything is read: the graph is a function of it.
 *
 * @param root the warehouse, absolute
 * @param bigQuery the dataset that gets the tables besides
 * @param shards in the order in which they should be read: the newest first
 * @param schema where the columns come from
 * @param pageSize issues asked for a page; the server may give fewer
 * @param planning what finding all this out has cost
 * @param sweep what a sweep found; empty for every other run
 */
public record RunPlan(
    RunHeader run,
    JiraConnection jira,
    String root,
    Optional<BigQueryConfig> bigQuery,
    List<Shard> shards,
    FieldColumns columns,
    PlannedSchema schema,
    TablePlan tables,
    Gate gate,
    int pageSize,
    PlanningCost planning,
    Optional<SweepPlan> sweep) {

  public RunPlan {
    shards = List.copyOf(shards);
  }

  /** The plan that a document holds, for the Jira and the warehouse of today's configuration. */
  static RunPlan of(
      PlanDocument document, JiraConnection jira, String root, Optional<BigQueryConfig> bigQuery) {
    return new RunPlan(
        document.run(),
        jira,
        root,
        bigQuery,
        document.shards(),
        FieldColumns.fromJson(document.columns().toString()),
        document.schema(),
        document.tables(),
        document.gate(),
        document.pageSize(),
        document.planning(),
        Optional.ofNullable(document.sweep()));
  }

  /** The form in which it lies in the warehouse, begun for the first time. */
  PlanDocument document(String scope) {
    return new PlanDocument(
        PlanDocument.FORMAT,
        scope,
        1,
        0,
        run,
        jira.baseUrl(),
        jira.budget().requestsPerSecond(),
        shards,
        Documents.read(columns.toJson().getBytes(StandardCharsets.UTF_8), JsonNode.class),
        schema,
        tables,
        gate,
        pageSize,
        planning,
        sweep.orElse(null));
  }

  /** The same plan for each of several JVMs, which together keep to its budget. */
  RunPlan among(int jvms) {
    return with(jira.withBudget(jira.budget().among(jvms)), planning);
  }

  /** The same plan with one more thing for people to know. */
  RunPlan noting(String warning) {
    return with(jira, planning.with(warning));
  }

  private RunPlan with(JiraConnection connection, PlanningCost cost) {
    return new RunPlan(
        run,
        connection,
        root,
        bigQuery,
        shards,
        columns,
        schema,
        tables,
        gate,
        pageSize,
        cost,
        sweep);
  }
}
