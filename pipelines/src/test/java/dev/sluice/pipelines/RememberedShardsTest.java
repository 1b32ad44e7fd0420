package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.Site;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long it is known which shards a run has finished. */
final class RememberedShardsTest {

  private static final String SEARCH = "POST /rest/api/3/search/jql";
  private static final Site SITE = Sluice.site(300);

  @TempDir Path folder;

  @Test
  void aGraphBegunAnewAfterItsCommitReadsNoShardAgain() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, SITE)) {
      Sluice once = sluice("once", jira);
      assertThat(once.execute("run").exitCode()).isZero();
      Long searches = jira.requestLog().countsByEndpoint().get(SEARCH);
      jira.requestLog().clear();

      Sluice twice = sluice("twice", jira);
      Sluice.Result result = twice.execute("run", "--runner=" + RestartingRunner.class.getName());

      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(jira.requestLog().countsByEndpoint()).containsEntry(SEARCH, searches);
      assertThat(twice.manifests()).hasSize(1);
      assertThat(CurrentContent.of(twice).differencesTo(CurrentContent.of(once))).isEmpty();
    }
  }

  @Test
  void whoeverFindsTheRunEndedForgetsThem() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, SITE)) {
      Sluice sluice = sluice("waited", jira);
      assertThat(sluice.execute("run").exitCode()).isZero();
      assertThat(remembered(sluice).list(WarehouseLayout.finishedShard("*", "*"))).isEmpty();

      // A launcher that did not stay leaves them for the next one.
      String runId = sluice.newestManifest().runId();
      remembered(sluice)
          .write(
              WarehouseLayout.finishedShard(runId, "s0001"), "{}".getBytes(StandardCharsets.UTF_8));
      assertThat(sluice.execute("run").exitCode()).isZero();
      assertThat(remembered(sluice).list(WarehouseLayout.finishedShard("*", "*"))).isEmpty();
    }
  }

  private Sluice sluice(String name, JiraSimulator jira) {
    return new Sluice(folder.resolve(name)).configured(jira.baseUri());
  }

  private static WarehouseStore remembered(Sluice sluice) {
    return WarehouseStore.at(sluice.warehouse().toString());
  }
}
