package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.api.Edition;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jql.Shard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class IssueIdShardsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Edition.class)
  void trap63NamedIssuesAreCutIntoChunksAndUnknownOnesAreFound(Edition edition) throws IOException {
    List<String> ids = new ArrayList<>(SimulatedJira.ids());
    ids.add("99999999");
    ids.add(ids.get(0));
    ids.add("12 OR id > 0");
    try (SimulatedJira jira = SimulatedJira.start(edition, folder);
        JiraClient client = JiraClient.open(jira.connection())) {
      IssueIdShards planned = IssueIdShards.plan("replay", 7, ids, Optional.empty(), client::count);

      assertThat(planned.unknown()).containsExactlyInAnyOrder("99999999", "12 OR id > 0");
      assertThat(planned.shards())
          .extracting(Shard::id)
          .containsExactly("replay0007", "replay0008");
      assertThat(planned.shards()).extracting(Shard::expected).containsExactly(500L, 100L);
      assertThat(planned.shards()).extracting(Shard::ordinal).containsExactly(7, 8);

      List<String> read = new ArrayList<>();
      for (Shard shard : planned.shards()) {
        ShardReport report =
            new ShardReader(client, 100, 0)
                .read(shard, issue -> read.add(IssueIds.idOf(issue.json(), issue.position())));
        assertThat(report.rows()).isEqualTo(shard.expected());
        assertThat(report.failure()).isNull();
      }
      assertThat(read).containsExactlyInAnyOrderElementsOf(SimulatedJira.ids());
    }
  }

  /** Deleted after they were planned: one before the first page, one before the second. */
  @ParameterizedTest
  @EnumSource(Edition.class)
  void issuesThatVanishBeforeTheyAreReadTakeNoOtherWithThem(Edition edition) throws IOException {
    List<String> ids = SimulatedJira.ids().subList(0, 250);
    AtomicLong planned = new AtomicLong(Long.MAX_VALUE);
    try (SimulatedJira jira =
            SimulatedJira.start(
                edition,
                folder,
                (live, number) -> {
                  long since = number - planned.get();
                  if (since == 1 || since == 2) {
                    live.delete(Long.parseLong(ids.get((int) since * 100)));
                  }
                });
        JiraClient client = JiraClient.open(jira.connection())) {
      Shard shard =
          IssueIdShards.plan("replay", 0, ids, Optional.empty(), client::count).shards().get(0);
      planned.set(jira.simulator().requestLog().size());
      Set<String> read = new HashSet<>();

      ShardReport report =
          new ShardReader(client, 100, 0)
              .read(shard, issue -> read.add(IssueIds.idOf(issue.json(), issue.position())));

      assertThat(report.failure()).isNull();
      assertThat(ShardReaderTest.verdict(report, 0).status())
          .isEqualTo(ShardResult.Status.COMPLETE);
      assertThat(report.jql()).doesNotContain(ids.get(100), ids.get(200));
      List<String> left = new ArrayList<>(ids);
      left.removeAll(List.of(ids.get(100), ids.get(200)));
      assertThat(read).containsAll(left).hasSizeBetween(left.size(), left.size() + 1);
    }
  }

  @Test
  void issuesThatOtherShardsReadAnywayAreLeftOut() {
    Instant since = Instant.parse("2026-11-01T00:00:00Z");
    List<String> asked = new ArrayList<>();

    IssueIdShards planned =
        IssueIdShards.plan(
            "worklog",
            0,
            List.of("2", "1"),
            Optional.of(since),
            jql -> {
              asked.add(jql);
              return 0;
            });

    assertThat(planned.shards()).isEmpty();
    assertThat(asked).containsExactly("id in (1, 2) AND updated < 1793491200000");
  }
}
