package dev.sluice.schemas.issue;

import static dev.sluice.schemas.issue.IssuesUnderTest.LINEAGE;
import static dev.sluice.schemas.issue.IssuesUnderTest.issue;
import static dev.sluice.schemas.issue.IssuesUnderTest.json;
import static dev.sluice.schemas.issue.IssuesUnderTest.valuesOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.field.FieldColumns;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChildRowsTest {

  private static final Set<String> TABLES =
      Set.of("issue", "comment", "worklog", "attachment", "issue_link");
  private static final IssueRows ROWS = new IssueRows(FieldColumns.none(), TABLES);

  @Test
  void commentOfCloudIsMarkdown() {
    JsonNode issue =
        issue(
            """
            {"comment":{"total":2,"comments":[
              {"id":"1","author":{"accountId":"a1","displayName":"Ann"},"updateAuthor":{"accountId":"b1"},
               "body":{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"Go","marks":[{"type":"strong"}]}]}]},
               "created":"2026-01-15T14:23:45.000+0100","updated":"2026-01-16T14:23:45.000+0100",
               "jsdPublic":false,"visibility":{"type":"role","value":"Staff","identifier":"Staff"},"parentId":7},
              {"id":"2","visibility":{"type":"group","identifier":"g-1"}}]}}
            """);
    assertThat(rows(issue, "comment"))
        .containsExactly(
            "id=1 issue_id=10 author_id=a1 author=Ann body=**Go**"
                + " created=2026-01-15T14:23:45.000+0100 updated=2026-01-16T14:23:45.000+0100"
                + " update_author_id=b1 is_public=false visibility=Staff parent_id=7",
            "id=2 issue_id=10 visibility=g-1");
  }

  @Test
  void worklogOfDataCenterKeepsItsText() {
    JsonNode issue =
        issue(
            """
            {"worklog":{"total":1,"worklogs":[
              {"id":"5","author":{"name":"ann","key":"JIRAUSER1","displayName":"Ann"},"updateAuthor":{"name":"bob"},
               "comment":"h1. Cut","started":"2026-01-15T14:23:45.000+0100","timeSpent":"1h","timeSpentSeconds":3600,
               "created":"2026-01-15T15:23:45.000+0100","updated":"2026-01-15T15:23:45.000+0100"}]}}
            """);
    assertThat(rows(issue, "worklog"))
        .containsExactly(
            "id=5 issue_id=10 author_id=JIRAUSER1 author=Ann comment=h1. Cut"
                + " started=2026-01-15T14:23:45.000+0100 time_spent_seconds=3600"
                + " created=2026-01-15T15:23:45.000+0100 updated=2026-01-15T15:23:45.000+0100"
                + " update_author_id=bob");
  }

  @Test
  void attachmentIsWhatIsSaidAboutTheFile() {
    JsonNode issue =
        issue(
            """
            {"attachment":[{"id":"3","filename":"a b.png","author":{"accountId":"a1"},"created":"2026-01-15T14:23:45.000+0100",
              "size":5000000000,"mimeType":"image/png","content":"https://acme.invalid/3","thumbnail":"x"}]}
            """);
    assertThat(rows(issue, "attachment"))
        .containsExactly(
            "id=3 issue_id=10 filename=a b.png author_id=a1 created=2026-01-15T14:23:45.000+0100"
                + " size_bytes=5000000000 mime_type=image/png content_url=https://acme.invalid/3");
  }

  @Test
  void linkSaysWhatThisIssueDoesToTheOther() {
    JsonNode issue =
        issue(
            """
            {"issuelinks":[
              {"id":"1","type":{"id":"9","name":"Blocks","inward":"is blocked by","outward":"blocks"},"outwardIssue":{"id":"11","key":"MK-2"}},
              {"id":"2","type":{"id":"9","name":"Blocks","inward":"is blocked by","outward":"blocks"},"inwardIssue":{"id":"12","key":"MK-3"}},
              {"id":"3","type":{"id":"9","name":"Blocks"}}]}
            """);
    assertThat(rows(issue, "issue_link"))
        .containsExactly(
            "issue_id=10 id=1 link_type_id=9 link_type=Blocks direction=outward"
                + " relationship=blocks related_issue_id=11 related_issue_key=MK-2",
            "issue_id=10 id=2 link_type_id=9 link_type=Blocks direction=inward"
                + " relationship=is blocked by related_issue_id=12 related_issue_key=MK-3",
            "issue_id=10 id=3 link_type_id=9 link_type=Blocks");
  }

  @Test
  void childWithoutAnIdAndOneWithAnOddValueStandInExtra() {
    JsonNode issue =
        issue(
            """
            {"comment":{"comments":[{"body":"lost"},{"id":"2","body":["odd"]},{"id":"3","body":"fine"},null]}}
            """);
    Extraction extraction = ROWS.extract(issue, LINEAGE);
    assertThat(rows(issue, "comment"))
        .containsExactly("id=2 issue_id=10", "id=3 issue_id=10 body=fine");
    assertThat(extraction.misfits()).isEqualTo(3);
    assertThat(json(String.valueOf(extraction.rows().get(0).record().get("extra"))))
        .isEqualTo(
            json("{\"comment\":[{\"body\":\"lost\"},{\"id\":\"2\",\"body\":[\"odd\"]},null]}"));
  }

  @Test
  void childListedTwiceIsOneRowAndWhatDiffersStandsInExtra() {
    JsonNode issue =
        issue(
            """
            {"issuelinks":[
              {"id":"1","outwardIssue":{"id":"11","key":"MK-2"}},
              {"id":"1","outwardIssue":{"id":"11","key":"MK-2"}},
              {"id":"2","outwardIssue":{"id":"10","key":"MK-1"}},
              {"id":"2","inwardIssue":{"id":"10","key":"MK-1"}}]}
            """);
    Extraction extraction = ROWS.extract(issue, LINEAGE);
    assertThat(rows(issue, "issue_link"))
        .containsExactly(
            "issue_id=10 id=1 direction=outward related_issue_id=11 related_issue_key=MK-2",
            "issue_id=10 id=2 direction=outward related_issue_id=10 related_issue_key=MK-1");
    assertThat(extraction.misfits()).isEqualTo(1);
    assertThat(json(String.valueOf(extraction.rows().get(0).record().get("extra"))))
        .isEqualTo(
            json(
                "{\"issuelinks\":[{\"id\":\"2\",\"inwardIssue\":{\"id\":\"10\",\"key\":\"MK-1\"}}]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {"comment":"none"};           {"comment":"none"}
          {"worklog":{"list":[1]}};     {"worklog":{"list":[1]}}
          {"attachment":{"id":"1"}};    {"attachment":{"id":"1"}}
          {"issuelinks":"MK-2"};        {"issuelinks":"MK-2"}
          {"comment":null};             null
          {"attachment":[]};            null
          {"worklog":{"worklogs":[]}};  null
          """)
  void childrenOfAnotherShapeStandInExtra(String fields, String extra) {
    Extraction extraction = ROWS.extract(issue(fields), LINEAGE);
    assertThat(extraction.rows()).hasSize(1);
    assertThat(extraction.rows().get(0).record().get("extra"))
        .isEqualTo(extra.equals("null") ? null : extra);
  }

  private static List<String> rows(JsonNode issue, String table) {
    return ROWS.extract(issue, LINEAGE).rows().stream()
        .filter(row -> row.table().equals(table))
        .map(Row::record)
        .map(record -> valuesOf(record))
        .toList();
  }
}
