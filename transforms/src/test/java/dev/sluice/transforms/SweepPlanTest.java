package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Limits;
import dev.sluice.simulator.site.SparseSite;
import dev.sluice.transforms.jira.Auth;
import dev.sluice.transforms.jira.BudgetLimits;
import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraConnection;
import dev.sluice.transforms.jira.Patience;
import dev.sluice.transforms.jira.SecretReference;
import dev.sluice.transforms.jql.Scope;
import dev.sluice.transforms.jql.Shard;
import dev.sluice.transforms.state.CurrentState;
import dev.sluice.transforms.store.WarehouseStore;
import dev.sluice.transforms.sweep.SweepRequest;
import dev.sluice.transforms.sweep.Tombstone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepPlanTest {

  private static final long FIRST = 10_000;
  private static final int ISSUES = 20_050;
  private static final int WINDOW = 10_000;

  @TempDir Path folder;

  @Test
  void trap20DataCenter11IsWalkedWithinItsWindowAndTheRestIsPlanned() throws IOException {
    WarehouseStore store = WarehouseStore.at(folder.resolve("warehouse").toString());
    // Three at the end are not known yet, and one is that no longer exists.
    LeanWarehouse.write(store, FIRST - 1, ISSUES - 2);
    Path secret = Files.writeString(folder.resolve("token"), "any");
    try (JiraSimulator jira =
            JiraSimulator.builder()
                .site(SparseSite.of(ISSUES))
                .edition(dev.sluice.simulator.api.Edition.DATA_CENTER)
                .limits(
                    Limits.of(dev.sluice.simulator.api.Edition.DATA_CENTER)
                        .withResultWindow(WINDOW))
                .start();
        JiraClient client =
            JiraClient.open(
                JiraConnection.to(
                        jira.baseUri(),
                        new Auth.Basic("a@b.c", new SecretReference("file:" + secret)),
                        new BudgetLimits(1_000, 8))
                    .withEdition(Edition.DATA_CENTER)
                    .withPatience(Patience.STANDARD.withRetries(0)))) {
      SweepPlan plan =
          SweepPlan.of(
              new SweepRequest(
                  Scope.everything(),
                  Edition.DATA_CENTER,
                  0.05,
                  0,
                  Instant.parse("2026-01-01T00:00:00Z"),
                  Optional.empty()),
              CurrentState.of(store),
              client,
              client::count);

      assertThat(plan.counts().listed()).isEqualTo(ISSUES);
      assertThat(plan.shards()).extracting(Shard::expected).containsExactly(3L);
      assertThat(plan.tombstones())
          .singleElement()
          .satisfies(tombstone -> assertThat(tombstone.issueId()).isEqualTo("9999"))
          .satisfies(
              tombstone -> assertThat(tombstone.reason()).isEqualTo(Tombstone.Reason.DELETED));
      assertThat(plan.census().expected()).isEqualTo(ISSUES);
      // Besides the census: the count of the shard of issues to be read.
      assertThat(plan.census().requests()).isEqualTo(jira.requestLog().size() - 1L);
    }
  }
}
