package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.Site;
import dev.sluice.transforms.jira.JiraConnection;
import dev.sluice.transforms.jql.DateRange;
import dev.sluice.transforms.jql.RangeField;
import dev.sluice.transforms.jql.Shard;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LoadNewestFirstTest {

  /** Twenty issues, a minute apart. */
  private static final int ISSUES = 20;

  private static final Instant FIRST_UPDATE = ChildrenSite.FIRST.plus(Duration.ofDays(1));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Edition.class)
  void trap8WhatAnIndexInArrearsShowsInAnOlderRangeTooIsLeftOutThereAndCounted(Edition edition) {
    try (SimulatedJira jira = SimulatedJira.start(site(), edition, folder)) {
      Pipeline pipeline = Pipeline.create();
      Shard newest = updatedSince(0, minute(15), 5);
      // The range of the older shard has been left by three of its issues; the index shows them.
      Shard older = updatedIn(1, minute(0), minute(18), 18);

      PAssert.that(load(pipeline, jira.connection(), List.of(newest, older)))
          .satisfies(
              results -> {
                Map<String, ShardResult> byId = new HashMap<>();
                results.forEach(result -> byId.put(result.report().shardId(), result));
                assertThat(byId.values())
                    .hasSize(2)
                    .allSatisfy(
                        result ->
                            assertThat(result.status())
                                .as(result.verdict())
                                .isEqualTo(ShardResult.Status.COMPLETE));
                assertThat(issuesIn(Objects.requireNonNull(byId.get("s0000")))).isEqualTo(5);
                assertThat(issuesIn(Objects.requireNonNull(byId.get("s0001")))).isEqualTo(15);
                ShardReport report = Objects.requireNonNull(byId.get("s0001")).report();
                assertThat(report.rows()).isEqualTo(18);
                assertThat(report.leftOut()).isEqualTo(3);
                assertThat(report.unique()).isEqualTo(15);
                assertThat(report.requests()).isEqualTo(1);
                return null;
              });
      pipeline.run().waitUntilFinish();
    }
  }

  @Test
  void theNewestIsReadToItsEndBeforeAnythingElseIsAskedFor() {
    try (SimulatedJira jira = SimulatedJira.start(site(), Edition.CLOUD, folder);
        JiraProxy proxy = new JiraProxy(jira.simulator().baseUri(), asked -> Optional.empty())) {
      Pipeline pipeline = Pipeline.create();
      List<Shard> shards = new ArrayList<>();
      shards.add(updatedIn(0, minute(0), minute(5), 5));
      shards.add(updatedIn(1, minute(5), minute(15), 10));
      shards.add(updatedSince(2, minute(15), 5));

      load(pipeline, jira.connection(proxy.uri()), shards);
      pipeline.run().waitUntilFinish();

      assertThat(proxy.asked()).hasSize(3);
      assertThat(proxy.asked().get(0).body()).doesNotContain("updated <");
    }
  }

  @Test
  void aPlanOfOneKindOfRangesHasNoMoreStepsThanALoadInOneGo() {
    Shard newest = updatedSince(0, minute(15), 5);
    Shard older = updatedIn(1, minute(0), minute(15), 15);
    try (SimulatedJira jira = SimulatedJira.start(site(), Edition.CLOUD, folder)) {
      int inOneGo = steps(jira, List.of(newest));

      assertThat(steps(jira, List.of(older))).isEqualTo(inOneGo);
      assertThat(steps(jira, List.of())).isEqualTo(inOneGo);
      assertThat(steps(jira, List.of(newest, older))).isGreaterThan(inOneGo);
    }
  }

  private int steps(SimulatedJira jira, List<Shard> shards) {
    Pipeline pipeline = Pipeline.create();
    load(pipeline, jira.connection(), shards);
    int[] steps = {0};
    pipeline.traverseTopologically(
        new Pipeline.PipelineVisitor.Defaults() {
          @Override
          public void visitPrimitiveTransform(TransformHierarchy.Node node) {
            steps[0]++;
          }
        });
    return steps[0];
  }

  private PCollection<ShardResult> load(
      Pipeline pipeline, JiraConnection jira, List<Shard> shards) {
    WarehouseStore store = WarehouseStore.at(folder.resolve("warehouse").toString());
    LoadShards.Result loaded =
        pipeline.apply(
            LoadNewestFirst.of(
                shards,
                LoadShards.by(
                    FetchIssues.from(jira, 100),
                    CompleteChildren.from(jira),
                    RenameFields.to(Runs.tables(), Runs.header("r1")),
                    NormalizeTimestamps.of(Runs.tables()),
                    WriteShardFiles.to(store, Runs.header("r1")))));
    return loaded.reports().apply(VerifyShards.against(loaded.files(), loaded.details(), 0));
  }

  private static long issuesIn(ShardResult result) {
    return result.files().stream()
        .filter(file -> file.table().equals("issue"))
        .mapToLong(file -> file.file().rows())
        .sum();
  }

  private static Site site() {
    ChildrenSite site = new ChildrenSite();
    for (int i = 0; i < ISSUES; i++) {
      site.with(1, 0, 0);
    }
    return site.site();
  }

  private static Instant minute(int number) {
    return FIRST_UPDATE.plus(Duration.ofMinutes(number));
  }

  private static Shard updatedSince(int ordinal, Instant from, long expected) {
    return shard(ordinal, DateRange.since(from), "updated >= " + from.toEpochMilli(), expected);
  }

  private static Shard updatedIn(int ordinal, Instant from, Instant to, long expected) {
    return shard(
        ordinal,
        DateRange.of(from, to),
        "updated >= " + from.toEpochMilli() + " AND updated < " + to.toEpochMilli(),
        expected);
  }

  private static Shard shard(int ordinal, DateRange range, String conditions, long expected) {
    return new Shard(
        "s000" + ordinal,
        ordinal,
        RangeField.UPDATED,
        range,
        conditions + " ORDER BY updated ASC, key ASC",
        expected);
  }
}
