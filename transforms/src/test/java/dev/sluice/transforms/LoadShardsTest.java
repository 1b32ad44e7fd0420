package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.Site;
import dev.sluice.transforms.jira.JiraConnection;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoadShardsTest {

  private static final String TOO_LARGE = "\"maxResults\":(101|100|50)[,}]";

  @TempDir Path folder;

  @Test
  void whatWasCutIsInTheFilesAndItsCostIsInTheShardsResult() {
    Site site = new ChildrenSite().with(60, 25, 30).with(1, 1, 1).with(0, 0, 0).site();
    try (SimulatedJira jira = SimulatedJira.start(site, Edition.CLOUD, folder)) {
      Pipeline pipeline = Pipeline.create();

      PAssert.that(load(pipeline, jira.connection(), 3))
          .satisfies(
              results -> {
                ShardResult result = RenameFieldsTest.only(results);
                assertThat(result.status())
                    .as(result.verdict())
                    .isEqualTo(ShardResult.Status.COMPLETE);
                Map<String, Long> rows = new HashMap<>();
                result.files().forEach(file -> rows.put(file.table(), file.file().rows()));
                assertThat(rows)
                    .containsEntry("issue", 3L)
                    .containsEntry("comment", 26L)
                    .containsEntry("worklog", 31L);
                // A page of the search, one bulk of changelogs, one page each of the other lists.
                assertThat(result.report().requests()).isEqualTo(4);
                assertThat(result.report().pages()).isEqualTo(1);
                assertThat(result.report().warnings()).isEmpty();
                return null;
              });
      pipeline.run().waitUntilFinish();
      assertThat(jira.simulator().requestLog().size()).isEqualTo(4);
    }
  }

  @Test
  void listsThatNoTableIsMadeOfAreLeftCut() {
    Site site = new ChildrenSite().with(60, 25, 30).with(1, 1, 1).site();
    try (SimulatedJira jira = SimulatedJira.start(site, Edition.CLOUD, folder)) {
      Pipeline pipeline = Pipeline.create();
      RunTables tables = Runs.tables().only(Set.of("issue", "worklog"));

      PAssert.that(load(pipeline, jira.connection(), 2, tables))
          .satisfies(
              results -> {
                ShardResult result = RenameFieldsTest.only(results);
                assertThat(result.status()).isEqualTo(ShardResult.Status.COMPLETE);
                assertThat(result.files()).hasSize(2);
                return null;
              });
      pipeline.run().waitUntilFinish();
      // The page and the worklogs: neither comments nor histories.
      assertThat(jira.simulator().requestLog().size()).isEqualTo(2);
    }
  }

  @Test
  void childrenThatCannotBeReadFailTheShardAndLeaveNothingShort() {
    ChildrenSite site = new ChildrenSite().with(0, 0, 0);
    for (int i = 0; i < 4; i++) {
      site.with(0, 21, 0);
    }
    try (SimulatedJira jira = SimulatedJira.start(site.site(), Edition.CLOUD, folder);
        JiraProxy proxy = JiraProxy.answering(jira.simulator().baseUri(), "/comment", 503, "{}")) {
      Pipeline pipeline = Pipeline.create();

      PAssert.that(load(pipeline, jira.connection(proxy.uri()), 5))
          .satisfies(
              results -> {
                ShardResult result = RenameFieldsTest.only(results);
                assertThat(result.status()).isEqualTo(ShardResult.Status.FAILED);
                assertThat(result.verdict()).contains("503");
                assertThat(result.files())
                    .filteredOn(file -> file.table().equals("issue"))
                    .singleElement()
                    .satisfies(file -> assertThat(file.file().rows()).isEqualTo(1));
                assertThat(result.report().requests()).isEqualTo(4);
                return null;
              });
      pipeline.run().waitUntilFinish();
    }
  }

  @Test
  void aPageThatIsTooLargeIsReadInPiecesAndNothingIsMissingOrDoubled() {
    ChildrenSite site = new ChildrenSite();
    for (int i = 0; i < 230; i++) {
      site.with(1, 0, 0);
    }
    for (Edition edition : Edition.values()) {
      try (SimulatedJira jira = SimulatedJira.start(site.site(), edition, folder);
          JiraProxy proxy =
              new JiraProxy(
                  jira.simulator().baseUri(),
                  asked ->
                      asked.isFor("/search") && asked.body().matches(".*" + TOO_LARGE + ".*")
                          ? Optional.of(new JiraProxy.Answer(413, ""))
                          : Optional.empty())) {
        Pipeline pipeline = Pipeline.create();

        PAssert.that(load(pipeline, jira.connection(proxy.uri()), 230))
            .satisfies(
                results -> {
                  ShardResult result = RenameFieldsTest.only(results);
                  assertThat(result.status()).isEqualTo(ShardResult.Status.COMPLETE);
                  assertThat(result.report().received()).isEqualTo(230);
                  return null;
                });
        pipeline.run().waitUntilFinish();
      }
    }
  }

  @Test
  void issuesOfThirtyMegabytesAreReadAFewAtATime() {
    String thirtyMegabytes = "x".repeat(30 << 20);
    ChildrenSite site = new ChildrenSite();
    for (int i = 0; i < 4; i++) {
      site.with(0, 0, 0, thirtyMegabytes);
    }
    try (SimulatedJira jira = SimulatedJira.start(site.site(), Edition.CLOUD, folder)) {
      Pipeline pipeline = Pipeline.create();

      PAssert.that(load(pipeline, jira.connection(), 4))
          .satisfies(
              results -> {
                ShardResult result = RenameFieldsTest.only(results);
                assertThat(result.status()).isEqualTo(ShardResult.Status.COMPLETE);
                // A third is too much for one page, so there are two of two.
                assertThat(result.report().pages()).isEqualTo(2);
                return null;
              });
      pipeline.run().waitUntilFinish();
    }
  }

  private PCollection<ShardResult> load(Pipeline pipeline, JiraConnection jira, long issues) {
    return load(pipeline, jira, issues, Runs.tables());
  }

  private PCollection<ShardResult> load(
      Pipeline pipeline, JiraConnection jira, long issues, RunTables tables) {
    WarehouseStore store = WarehouseStore.at(folder.resolve("warehouse").toString());
    LoadShards.Result loaded =
        pipeline
            .apply(PlannedShards.of(List.of(Runs.shard(issues))))
            .apply(
                LoadShards.by(
                    FetchIssues.from(jira, 100),
                    CompleteChildren.from(jira).neededBy(tables),
                    RenameFields.to(tables, Runs.header("r1")),
                    NormalizeTimestamps.of(tables),
                    WriteShardFiles.to(store, Runs.header("r1"))));
    return loaded.reports().apply(VerifyShards.against(loaded.files(), loaded.details(), 0));
  }
}
