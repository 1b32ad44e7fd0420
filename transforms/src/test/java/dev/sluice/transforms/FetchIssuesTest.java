package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.simulator.api.Edition;
import dev.sluice.transforms.jira.BudgetLimits;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.jql.Shard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FetchIssuesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Edition.class)
  void everyIssueOfEveryShardComesOutOnceAndEveryShardReports(Edition edition) {
    try (SimulatedJira jira = SimulatedJira.start(edition, folder)) {
      List<Shard> shards = jira.shards(200);
      long shardCount = shards.size();
      Pipeline pipeline = Pipeline.create();
      FetchIssues.Result fetched = fetch(pipeline, jira, shards);

      PAssert.that(
              fetched
                  .issues()
                  .apply(
                      MapElements.into(TypeDescriptors.strings())
                          .via(issue -> IssueIds.idOf(issue.json(), issue.position()))))
          .containsInAnyOrder(SimulatedJira.ids());
      PAssert.that(fetched.reports())
          .satisfies(
              reports -> {
                assertThat(reports).hasSize((int) shardCount);
                assertThat(reports)
                    .allSatisfy(report -> assertThat(report.failure()).isNull())
                    .allSatisfy(report -> assertThat(report.rows()).isEqualTo(report.expected()))
                    .allSatisfy(report -> assertThat(report.expectedAfter()).isNull());
                return null;
              });
      pipeline.run().waitUntilFinish();
      assertThat(shardCount).isGreaterThan(2);
    }
  }

  @Test
  void aShardThatCannotBeReadReportsWhyAndStopsNobody() {
    List<Shard> shards;
    try (SimulatedJira jira = SimulatedJira.start(Edition.CLOUD, folder)) {
      shards = jira.shards(200);
    }
    long shardCount = shards.size();
    try (SimulatedJira broken = SimulatedJira.start(Edition.CLOUD, folder, "corrupt-json=100%")) {
      Pipeline pipeline = Pipeline.create();
      FetchIssues.Result fetched = fetch(pipeline, broken, shards);

      PAssert.that(fetched.issues()).empty();
      PAssert.that(fetched.reports())
          .satisfies(
              reports -> {
                assertThat(reports)
                    .hasSize((int) shardCount)
                    .allSatisfy(
                        report ->
                            assertThat(report.failure())
                                .extracting(ShardReport.Failure::kind)
                                .isEqualTo("Malformed"));
                return null;
              });
      pipeline.run().waitUntilFinish();
    }
  }

  @Test
  void anAnonymousAnswerStopsTheRunBecauseEveryOtherMayBeEmptyToo() {
    List<Shard> shards;
    try (SimulatedJira jira = SimulatedJira.start(Edition.CLOUD, folder)) {
      shards = jira.shards(200);
    }
    try (SimulatedJira jira = SimulatedJira.start(Edition.CLOUD, folder, "anonymous")) {
      Pipeline pipeline = Pipeline.create();
      fetch(pipeline, jira, shards);

      assertThatThrownBy(() -> pipeline.run().waitUntilFinish())
          .hasCauseInstanceOf(JiraException.Unauthorised.class);
    }
  }

  @Test
  void theTimeThatJiraAskedToWaitIsToldWhereBeamLooksForIt() {
    List<Shard> shards;
    try (SimulatedJira jira = SimulatedJira.start(Edition.CLOUD, folder)) {
      shards = jira.shards(200);
    }
    try (SimulatedJira jira = SimulatedJira.start(Edition.CLOUD, folder, "rate-limit=2/s")) {
      Pipeline pipeline = Pipeline.create();
      fetch(pipeline, jira, shards);

      assertThat(toldToBeam(pipeline)).isGreaterThanOrEqualTo(1_000L);
    }
  }

  @Test
  void theTimeThatTheBudgetMadeWaitIsToldThereToo() {
    try (SimulatedJira jira = SimulatedJira.start(Edition.CLOUD, folder)) {
      List<Shard> shards = jira.shards(200);
      Pipeline pipeline = Pipeline.create();
      pipeline
          .apply(PlannedShards.of(shards))
          .apply(FetchIssues.from(jira.connection().withBudget(new BudgetLimits(10, 1)), 100));

      // Of seven pages each but the first waits for a tenth of a second.
      assertThat(toldToBeam(pipeline)).isGreaterThanOrEqualTo(300L);
    }
  }

  private static long toldToBeam(Pipeline pipeline) {
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    List<Long> waited = new ArrayList<>();
    result
        .metrics()
        .queryMetrics(
            MetricsFilter.builder()
                .addNameFilter(
                    MetricNameFilter.named("beam-throttling-metrics", "throttling-msecs"))
                .build())
        .getCounters()
        .forEach(counter -> waited.add(counter.getAttempted()));
    assertThat(waited).hasSize(1);
    return waited.get(0);
  }

  private static FetchIssues.Result fetch(
      Pipeline pipeline, SimulatedJira jira, List<Shard> shards) {
    return pipeline.apply(PlannedShards.of(shards)).apply(FetchIssues.from(jira.connection(), 100));
  }
}
