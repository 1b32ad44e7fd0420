package dev.sluice.schemas.issue;

import static dev.sluice.schemas.issue.IssuesUnderTest.LINEAGE;
import static dev.sluice.schemas.issue.IssuesUnderTest.columns;
import static dev.sluice.schemas.issue.IssuesUnderTest.issue;
import static dev.sluice.schemas.issue.IssuesUnderTest.json;
import static dev.sluice.schemas.issue.IssuesUnderTest.valuesOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.history.HistoryInitial;
import dev.sluice.schemas.history.HistoryOptions;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HistoryRowsTest {

  private static final FieldColumns FIELDS =
      columns(
          """
          [{"id":"customfield_1","name":"Sprint","custom":true,"schema":{"type":"array","items":"json","custom":"x:gh-sprint"}}]
          """);
  private static final Set<String> TABLES =
      Set.of(
          "issue_field_history",
          "issue_status_interval",
          "issue_assignee_interval",
          "issue_sprint_interval",
          "issue_key_alias");

  @Test
  void everyTableOfTheHistoryHasItsRows() {
    Extraction extraction =
        new IssueRows(
                FIELDS, TABLES, new HistoryOptions(HistoryInitial.CHANGED, Map.of("1", "new")))
            .extract(moved(), LINEAGE);
    assertThat(extraction.rows())
        .extracting(row -> row.table() + " " + valuesOf(row.record()))
        .containsExactly(
            "issue_field_history issue_id=10 history_id=initial item=0"
                + " time=2026-01-15T14:23:45.000+0100 author_id=c1 field_id=issuekey field_name=Key"
                + " field_type=jira to_id= to_text=OLD-1 is_initial=true",
            "issue_field_history issue_id=10 history_id=initial item=1"
                + " time=2026-01-15T14:23:45.000+0100 author_id=c1 field_id=status"
                + " field_name=status field_type=jira to_id=1 to_text=Open is_initial=true",
            "issue_field_history issue_id=10 history_id=7 item=0 time=1768483426500 author_id=a1"
                + " field_id=status field_name=status field_type=jira from_id=1 from_text=Open"
                + " to_id=3 to_text=Doing is_initial=false",
            "issue_field_history issue_id=10 history_id=7 item=1 time=1768483426500 author_id=a1"
                + " field_id=issuekey field_name=Key field_type=jira from_id= from_text=OLD-1"
                + " to_id= to_text=MK-1 is_initial=false",
            "issue_status_interval issue_id=10 position=0 status_id=1 status=Open"
                + " status_category=new entered_at=2026-01-15T14:23:45.000+0100"
                + " left_at=1768483426500 seconds=1 author_id=c1 is_current=false",
            "issue_status_interval issue_id=10 position=1 status_id=3 status=Doing"
                + " status_category=indeterminate entered_at=1768483426500 author_id=a1"
                + " is_current=true",
            "issue_assignee_interval issue_id=10 position=0 assignee_id=b1 assignee=Bob"
                + " entered_at=2026-01-15T14:23:45.000+0100 author_id=c1 is_current=true",
            "issue_sprint_interval issue_id=10 sprint_id=7 position=0 sprint=S 7"
                + " added_at=2026-01-15T14:23:45.000+0100 author_id=c1 is_current=true",
            "issue_key_alias old_key=OLD-1 issue_id=10 key=MK-1 valid_until=1768483426500");
    assertThat(extraction.historyMismatches()).isZero();
  }

  @Test
  void instantsOfEveryTableBecomeUtc() {
    List<Table> tables = Tables.all(FIELDS);
    UtcRows utc = new UtcRows(tables);
    List<Row> rows = new IssueRows(FIELDS, TABLES).extract(moved(), LINEAGE).rows();
    assertThat(rows.stream().map(utc::normalize))
        .filteredOn(row -> row.table().equals("issue_key_alias"))
        .extracting(row -> row.record().get("valid_until"))
        .containsExactly(1_768_483_426_500_000L);
  }

  @Test
  void fieldsThatDoNotEndAsTheyAreAreCountedIfAnyTableOfTheHistoryIsWanted() {
    ObjectNode issue = moved();
    ((ObjectNode) issue.path("fields").path("status")).put("id", "9");
    issue.put("key", "NEW-1");
    assertThat(new IssueRows(FIELDS, TABLES).extract(issue, LINEAGE).historyMismatches())
        .isEqualTo(2);
    assertThat(new IssueRows(FIELDS, Set.of("issue")).extract(issue, LINEAGE).historyMismatches())
        .isZero();
  }

  @Test
  void issueReadWithoutItsChangelogHasNoHistory() {
    ObjectNode issue = moved();
    issue.remove("changelog");
    assertThat(new IssueRows(FIELDS, TABLES).extract(issue, LINEAGE).rows()).isEmpty();
  }

  private static ObjectNode moved() {
    ObjectNode issue =
        issue(
            """
            {"creator":{"accountId":"c1"},"assignee":{"accountId":"b1","displayName":"Bob"},
             "status":{"id":"3","name":"Doing","statusCategory":{"key":"indeterminate"}},
             "customfield_1":[{"id":7,"name":"S 7"}]}
            """);
    issue.set(
        "changelog",
        json(
            """
            {"total":1,"histories":[{"id":"7","author":{"accountId":"a1"},"created":1768483426500,"items":[
              {"field":"status","fieldtype":"jira","fieldId":"status","from":"1","fromString":"Open","to":"3","toString":"Doing"},
              {"field":"Key","fieldtype":"jira","from":"","fromString":"OLD-1","to":"","toString":"MK-1"}]}]}
            """));
    return issue;
  }
}
