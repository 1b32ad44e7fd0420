package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.layout.SweepCounts;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.Site;
import dev.sluice.simulator.site.SparseSite;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jql.Scope;
import dev.sluice.transforms.state.CurrentState;
import dev.sluice.transforms.store.WarehouseStore;
import dev.sluice.transforms.sweep.SweepRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A census of a site of a million issues. */
@Tag("proof")
final class MillionIssuesTest {

  private static final long FIRST = 10_000;
  private static final int ISSUES = 1_000_000;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"CLOUD, 210", "DATA_CENTER, 1400"})
  void aCensusOfAMillionIssuesCostsFewRequests(Edition edition, int mostRequests)
      throws IOException {
    WarehouseStore store = WarehouseStore.at(folder.resolve("warehouse").toString());
    LeanWarehouse.write(store, FIRST, ISSUES);
    Site site = SparseSite.of(ISSUES);
    try (SimulatedJira jira = SimulatedJira.start(site, edition, folder);
        JiraClient client = JiraClient.open(jira.connection())) {
      SweepPlan plan =
          SweepPlan.of(
              new SweepRequest(
                  Scope.everything(),
                  client.edition(),
                  0.05,
                  0,
                  Instant.parse("2026-01-01T00:00:00Z"),
                  Optional.empty()),
              CurrentState.of(store),
              client,
              client::count);

      assertThat(plan.counts()).isEqualTo(new SweepCounts(ISSUES, ISSUES, 0, 0, 0, 0, 0, 0, 0));
      assertThat(jira.simulator().requestLog().size()).isLessThanOrEqualTo(mostRequests);
      assertThat(plan.census().requests()).isEqualTo(jira.simulator().requestLog().size());
    }
  }
}
