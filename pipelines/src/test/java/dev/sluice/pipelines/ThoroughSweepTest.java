package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.live.Trail;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.transforms.state.CurrentState;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What changes without {@code updated} is found by those who look for it. */
final class ThoroughSweepTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aCommentDeletedWithoutATraceIsFoundForOneRequestMore(Edition edition) {
    try (JiraSimulator jira = Sluice.jira(edition, Sluice.site(300))) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      assertThat(sluice.execute("run").exitCode()).isZero();
      SimIssue issue =
          Sluice.site(300).issues().stream()
              .filter(it -> it.json().at("/fields/comment/comments").size() > 0)
              .findFirst()
              .orElseThrow();
      JsonNode comment = issue.json().at("/fields/comment/comments/0/id");
      assertThat(comments(sluice)).contains(comment.asText());
      jira.edits().deleteComment(issue.id(), comment.asLong(), Trail.NONE);

      long before = jira.requestLog().size();
      assertThat(sluice.execute("sweep").exitCode()).isZero();
      final long plain = jira.requestLog().size() - before;
      assertThat(comments(sluice)).contains(comment.asText());

      Sluice.Result found = sluice.execute("sweep", "--thorough");
      assertThat(found.exitCode()).as(found.err()).isZero();
      assertThat(found.out())
          .contains("1 issue is otherwise in Jira than in the warehouse: read now");
      assertThat(comments(sluice)).doesNotContain(comment.asText());

      sluice.adding("sweep: {thorough: true}");
      before = jira.requestLog().size();
      assertThat(sluice.execute("sweep").out()).doesNotContain("read now");
      assertThat(jira.requestLog().size() - before).isEqualTo(plain + 1);
    }
  }

  private static Set<String> comments(Sluice sluice) {
    Set<String> ids = new HashSet<>();
    CurrentState.of(WarehouseStore.at(sluice.warehouse().toString()))
        .rows("comment", row -> ids.add(row.get("id").toString()));
    return ids;
  }
}
