package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.Site;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WorklogCatchUpTest {

  private static final Site SITE =
      new ChildrenSite().with(0, 0, 1_001).with(0, 0, 0).with(0, 0, 3).site();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Edition.class)
  void theIssuesOfChangedWorklogsAreFound(Edition edition) {
    try (SimulatedJira jira = SimulatedJira.start(SITE, edition, folder);
        JiraClient client = JiraClient.open(jira.connection())) {
      WorklogCatchUp everything =
          WorklogCatchUp.since(ChildrenSite.FIRST, client.worklogs(), warehouse());
      assertThat(everything.issueIds()).containsExactlyInAnyOrder("10000", "10002");
      assertThat(everything.warnings()).isEmpty();
      assertThat(everything.completeUntil()).isBefore(Instant.now());
      // Two pages of changes, one of deletions, two of worklogs.
      assertThat(jira.simulator().requestLog().size()).isEqualTo(5);

      jira.simulator().requestLog().clear();
      WorklogCatchUp nothing =
          WorklogCatchUp.since(SimulatedJira.NOW, client.worklogs(), warehouse());
      assertThat(nothing.issueIds()).isEmpty();
      assertThat(jira.simulator().requestLog().size()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aDeletedWorklogIsTracedToItsIssueThroughTheWarehouse(Edition edition) {
    WarehouseStore warehouse = warehouse();
    Warehouses.publish(warehouse, "r1", "worklog", "id", "77", "issue_id", "10001");
    try (SimulatedJira jira = SimulatedJira.start(SITE, edition, folder);
        JiraProxy proxy =
            new JiraProxy(
                jira.simulator().baseUri(),
                asked ->
                    asked.isFor("/worklog/deleted")
                        ? Optional.of(
                            new JiraProxy.Answer(
                                200,
                                "{\"values\":[{\"worklogId\":77,\"updatedTime\":1},"
                                    + "{\"worklogId\":78,\"updatedTime\":1}],\"lastPage\":true}"))
                        : Optional.empty());
        JiraClient client = JiraClient.open(jira.connection(proxy.uri()))) {
      assertThat(WorklogCatchUp.since(SimulatedJira.NOW, client.worklogs(), warehouse).issueIds())
          .containsExactly("10001");
    }
  }

  private WarehouseStore warehouse() {
    return WarehouseStore.at(folder.resolve("warehouse").toString());
  }
}
