package dev.sluice.transforms.sweep;

import static dev.sluice.transforms.PublishedWarehouse.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.transforms.PublishedWarehouse;
import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jql.Scope;
import dev.sluice.transforms.state.CurrentState;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The warehouse has issue 1 with comment 5, link 6 to MKT-2 and attachment 7. */
final class ThoroughWalkTest {

  private static final String SAME =
      """
      {"id": "1", "key": "MKT-1", "fields": {"updated": "2026-01-01T00:01:00.000+0000",
       "comment": {"total": 1, "comments": [{"id": "5", "updated": "2026-01-01T00:00:30Z"}]},
       "worklog": {"total": 0, "worklogs": []},
       "issuelinks": [{"id": "6", "outwardIssue": {"id": "2", "key": "MKT-2"}}],
       "attachment": [{"id": "7"}], "subtasks": [], "aggregatetimespent": null}}
      """;

  @TempDir Path folder;
  private PublishedWarehouse warehouse;
  private final FakeJira jira = new FakeJira().issue(1, "MKT-1", minute(1));
  private Set<String> tables = Set.of("comment", "worklog", "issue_link", "attachment");

  @BeforeEach
  void knowOneIssue() {
    warehouse = new PublishedWarehouse(folder);
    warehouse
        .run()
        .issue(
            1,
            "MKT-1",
            1,
            100,
            Map.of("comment_count", 1L, "link_count", 1L, "attachment_count", 1L))
        .row(
            PublishedWarehouse.table("comment"),
            100,
            Map.of("id", "5", "issue_id", "1", "updated", minute(0).plusSeconds(30)))
        .row(
            PublishedWarehouse.table("issue_link"),
            100,
            Map.of("id", "6", "issue_id", "1", "related_issue_key", "MKT-2"))
        .row(PublishedWarehouse.table("attachment"), 100, Map.of("id", "7", "issue_id", "1"))
        .publish();
  }

  @Test
  void whatIsTheSameIsNotFetched() {
    assertThat(sweep(SAME).toFetch()).isEmpty();
    assertThat(jira.requests())
        .contains("issues created >= 0 ORDER BY created ASC, key ASC")
        .hasSize(3);
  }

  @Test
  void anythingThatDiffersIsFetched() {
    assertDiffers(SAME.replace("00:00:30Z", "00:00:31Z"));
    assertDiffers(SAME.replace("{\"id\": \"5\"", "{\"id\": \"8\""));
    assertDiffers(SAME.replace("\"id\": \"6\"", "\"id\": \"8\""));
    assertDiffers(SAME.replace("MKT-2", "OPS-2"));
    assertDiffers(SAME.replace("{\"id\": \"7\"}", ""));
    assertDiffers(SAME.replace("{\"id\": \"7\"}", "{\"id\": \"8\"}"));
    assertDiffers(SAME.replace("\"total\": 0", "\"total\": 1"));
    assertDiffers(SAME.replace("\"aggregatetimespent\": null", "\"aggregatetimespent\": 60"));
    assertDiffers(SAME.replace("\"subtasks\": []", "\"parent\": {\"id\": \"3\"}"));
    assertDiffers(SAME.replace("00:01:00.000", "00:02:00.000"));
    assertDiffers(SAME.replace("MKT-1", "OPS-1"));
  }

  @Test
  void aListThatIsCutOffIsComparedByItsTotalOnly() {
    String cut = SAME.replace("{\"id\": \"5\", \"updated\": \"2026-01-01T00:00:30Z\"}", "");
    assertThat(sweep(cut).toFetch()).isEmpty();
    assertDiffers(cut.replace("\"total\": 1", "\"total\": 2"));
  }

  @Test
  void aListThatJiraLeavesOutIsNotCompared() {
    assertThat(sweep(SAME.replace("\"comment\":", "\"other\":")).toFetch()).isEmpty();
  }

  @Test
  void whatTheIndexHasOlderThanTheWarehouseIsNotFetched() {
    assertThat(sweep(SAME.replace("00:01:00.000", "00:00:59.000")).toFetch()).isEmpty();
  }

  @Test
  void theContentOfTablesThatAreNotWrittenIsNotCompared() {
    tables = Set.of();
    assertThat(sweep(SAME.replace("00:00:30Z", "00:00:31Z")).toFetch()).isEmpty();
    assertDiffers(SAME.replace("\"total\": 1", "\"total\": 2"));
  }

  @Test
  void whatDoesNotComeIsFetched() {
    SweepFindings findings = findings();

    assertThat(findings.toFetch()).containsExactly("1");
    assertThat(findings.remarks())
        .containsExactly("1 issue is in the census, but did not come to be compared: read now");
  }

  private void assertDiffers(String issue) {
    SweepFindings findings = sweep(issue);
    assertThat(findings.toFetch()).as(issue).containsExactly("1");
    assertThat(findings.remarks())
        .containsExactly("1 issue is otherwise in Jira than in the warehouse: read now");
  }

  private SweepFindings sweep(String issue) {
    jira.body(1, issue);
    return findings();
  }

  private SweepFindings findings() {
    SweepRequest request =
        new SweepRequest(
            Scope.everything(),
            Edition.CLOUD,
            0.05,
            0,
            FakeJira.NOW,
            Optional.empty(),
            new Comparison(true, tables, Map.of()));
    return new Sweep(jira, request, CurrentState.of(warehouse.store())).findings();
  }
}
