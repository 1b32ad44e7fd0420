package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.api.Edition;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jql.Shard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
