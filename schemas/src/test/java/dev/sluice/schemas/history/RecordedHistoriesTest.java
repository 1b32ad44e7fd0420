package dev.sluice.schemas.history;

import static dev.sluice.schemas.history.HistoriesUnderTest.columns;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.SharedData;
import dev.sluice.schemas.issue.IssueJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Histories of real servers, replayed; what does not end at the current value is explained. */
final class RecordedHistoriesTest {

  /**
   * Eight issues came by project imports, which gave versions and components new ids and left the
   * old ones in the changelog; five lost an assignee, and one a resolution, that were deleted,
   * which no changelog records.
   */
  @Test
  void serverOfManyYearsReplaysButForImportsAndDeletions() throws IOException {
    Tally tally =
        replay(
            "duraspace_issues_changelog.jsonl.gz",
            """
            [{"id":"customfield_10001","name":"Reviewer","custom":true,"schema":{"type":"user"}},
             {"id":"customfield_10011","name":"Roadmap Theme","custom":true,"schema":{"type":"array","custom":"a:multiselect"}},
             {"id":"customfield_10023","name":"Story Points","custom":true,"schema":{"type":"number"}},
             {"id":"customfield_10060","name":"Documentation Status","custom":true,"schema":{"type":"string","custom":"a:select"}},
             {"id":"customfield_10290","name":"Sprint","custom":true,"schema":{"type":"array","custom":"com.pyxis.greenhopper.jira:gh-sprint"}}]
            """);
    assertThat(tally.issues).isEqualTo(1_544);
    assertThat(tally.exact).isEqualTo(1_530);
    assertThat(tally.mismatches)
        .hasToString("{assignee=5, components=2, fixVersions=7, resolution=1, versions=1}");
    assertThat(tally.changes).isEqualTo(12_319);
    assertThat(tally.aliases).isEqualTo(64);
  }

  @Test
  void serverWithoutImportsReplaysEntirely() throws IOException {
    Tally tally = replay("asf2014_issues_changelog.jsonl.gz", "[]");
    assertThat(tally.issues).isEqualTo(280);
    assertThat(tally.exact).isEqualTo(280);
  }

  @Test
  void cloudReplaysEntirely() throws IOException {
    Tally tally =
        replay(
            "fixtures_cloud_jirametrics.jsonl.gz",
            """
            [{"id":"customfield_10019","name":"Rank","custom":true,"schema":{"type":"any","custom":"com.pyxis.greenhopper.jira:gh-lexo-rank"}},
             {"id":"customfield_10021","name":"Flagged","custom":true,"schema":{"type":"array","items":"option","custom":"a:multicheckboxes"}}]
            """);
    assertThat(tally.issues).isEqualTo(6);
    assertThat(tally.exact).isEqualTo(6);
  }

  private static Tally replay(String file, String catalogue) throws IOException {
    HistoryReader reader = new HistoryReader(columns(catalogue), HistoryOptions.defaults());
    Tally tally = new Tally();
    for (JsonNode issue : issues(file)) {
      IssueHistory history = reader.read(issue);
      tally.issues++;
      tally.exact += history.mismatches().isEmpty() ? 1 : 0;
      history.mismatches().forEach(field -> tally.mismatches.merge(field, 1, Integer::sum));
      tally.changes += history.changes().stream().filter(change -> !change.isInitial()).count();
      tally.aliases += history.keys().size();
      requireGapless(history.statuses(), issue, "status", history);
      requireGapless(history.assignees(), issue, "assignee", history);
    }
    return tally;
  }

  private static void requireGapless(
      List<ValueInterval> intervals, JsonNode issue, String field, IssueHistory history) {
    assertThat(intervals.get(0).enteredAt())
        .isEqualTo(issue.path("fields").path("created").asText());
    for (int i = 1; i < intervals.size(); i++) {
      assertThat(intervals.get(i).enteredAt()).isEqualTo(intervals.get(i - 1).leftAt());
      assertThat(intervals.get(i - 1).seconds()).isNotNegative();
    }
    ValueInterval last = intervals.get(intervals.size() - 1);
    assertThat(intervals).filteredOn(ValueInterval::isCurrent).containsExactly(last);
    boolean ends = Objects.equals(last.value().id(), People.id(issue.path("fields").path(field)));
    boolean isStatus = field.equals("status");
    assertThat(isStatus || ends || history.mismatches().contains(field)).isTrue();
    String status = issue.path("fields").path("status").path("id").asText();
    assertThat(!isStatus || status.equals(last.value().id())).isTrue();
  }

  private static List<JsonNode> issues(String file) throws IOException {
    Path path = SharedData.folder().resolve("corpus").resolve(file);
    List<JsonNode> issues = new ArrayList<>();
    for (String line : SharedData.lines(path)) {
      issues.addAll(IssueJson.mapper().readTree(line).findParents("changelog"));
    }
    return issues;
  }

  private static final class Tally {
    private final Map<String, Integer> mismatches = new TreeMap<>();
    private int issues;
    private int exact;
    private long changes;
    private int aliases;
  }
}
