package dev.sluice.schemas.history;

import static dev.sluice.schemas.history.HistoriesUnderTest.columns;
import static dev.sluice.schemas.history.HistoriesUnderTest.history;
import static dev.sluice.schemas.history.HistoriesUnderTest.initial;
import static dev.sluice.schemas.history.HistoriesUnderTest.issue;
import static dev.sluice.schemas.history.HistoriesUnderTest.json;
import static dev.sluice.schemas.history.HistoriesUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.field.FieldColumns;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class HistoryReaderTest {

  private static final FieldColumns FIELDS =
      columns(
          """
          [{"id":"customfield_1","name":"Budget","custom":true,"schema":{"type":"number"}},
           {"id":"customfield_2","name":"Twin","custom":true,"schema":{"type":"string"}},
           {"id":"customfield_3","name":"Twin","custom":true,"schema":{"type":"string"}},
           {"id":"customfield_4","name":"Rank","custom":true,"schema":{"type":"any","custom":"com.pyxis.greenhopper.jira:gh-lexo-rank"}},
           {"id":"customfield_5","name":"First response","custom":true,"schema":{"type":"datetime","custom":"com.atlassian.jira.ext.charting:firstresponsedate"}},
           {"id":"customfield_6","name":"Brief","custom":true,"schema":{"type":"string","custom":"a:textarea"}},
           {"id":"customfield_7","name":"SLA","custom":true,"schema":{"type":"sd-servicelevelagreement"}}]
          """);
  private static final HistoryReader READER = new HistoryReader(FIELDS, HistoryOptions.defaults());

  @Test
  void everyItemIsARowInTheOrderOfTheServer() {
    JsonNode issue =
        issue(
            "{}",
            """
            [{"id":"20","author":{"name":"ann","key":"JIRAUSER1"},"created":1767484800000,"items":[
               {"field":"status","fieldtype":"jira","fieldId":"status","from":"1","fromString":"Open","to":"3","toString":"Doing"},
               {"field":"Twin","fieldtype":"custom","from":null,"fromString":null,"to":null,"toString":"x"},
               {"field":"Workflow","fieldtype":"jira","from":"1","fromString":"a","to":"2","toString":"b"}]},
             {"id":10,"created":"2026-01-02T00:00:00.000+0000","items":[
               {"field":"Budget","fieldtype":"custom","from":null,"fromString":"5","to":null,"toString":"7"},
               {"field":"IssueParentAssociation","fieldtype":"jira","from":"","fromString":"","to":"9","toString":"MK-9"}]}]
            """);
    List<FieldChange> changes =
        READER.read(issue).changes().stream().filter(change -> !change.isInitial()).toList();
    assertThat(changes)
        .extracting(
            change ->
                String.join(
                    " ",
                    change.historyId(),
                    Long.toString(change.item()),
                    change.time(),
                    change.authorId(),
                    change.fieldId(),
                    change.fieldName(),
                    change.fieldType(),
                    text(change.from()),
                    text(change.to())))
        .containsExactly(
            "20 0 1767484800000 JIRAUSER1 status status jira 1/Open 3/Doing",
            "20 1 1767484800000 JIRAUSER1 null Twin custom null/null null/x",
            "20 2 1767484800000 JIRAUSER1 null Workflow jira 1/a 2/b",
            "10 0 2026-01-02T00:00:00.000+0000 null customfield_1 Budget custom null/5 null/7",
            "10 1 2026-01-02T00:00:00.000+0000 null parent IssueParentAssociation jira / 9/MK-9");
  }

  @Test
  void valuesAtCreationAreWhatTheFirstChangeReplacedOrWhatNeverChanged() {
    JsonNode issue =
        issue(
            """
            {"status":{"id":"5","name":"Done"},"priority":{"id":"2","name":"High"},"summary":"Now","description":"Long","environment":"Web",
             "components":[{"id":"8","name":"Web"}],"assignee":null,"resolution":null,"labels":["a","b"],"duedate":"2026-03-01","project":{"id":"1","key":"MK","name":"Marketing"},
             "customfield_1":7,"customfield_2":"","customfield_4":"0|i0003r:","customfield_5":"2026-01-02T00:00:00.000+0000",
             "customfield_6":"Brief","customfield_7":{"id":"1"},"timespent":60}
            """,
            "["
                + history(
                    "30",
                    3,
                    "{\"field\":\"status\",\"fieldtype\":\"jira\",\"from\":\"3\",\"fromString\":\"Doing\",\"to\":\"5\",\"toString\":\"Done\"}")
                + ","
                + history(
                    "20",
                    2,
                    "{\"field\":\"status\",\"fieldtype\":\"jira\",\"from\":\"1\",\"fromString\":\"Open\",\"to\":\"3\",\"toString\":\"Doing\"},"
                        + "{\"field\":\"environment\",\"fieldtype\":\"jira\",\"from\":null,\"fromString\":\"TV\",\"to\":null,\"toString\":\"Web\"},"
                        + "{\"field\":\"timespent\",\"fieldtype\":\"jira\",\"from\":null,\"fromString\":null,\"to\":\"60\",\"toString\":\"60\"}")
                + "]");
    IssueHistory history = READER.read(issue);
    assertThat(initial(history))
        .containsExactly(
            "0 components 8/Web",
            "1 customfield_1 null/7",
            "2 duedate 2026-03-01/2026-03-01 00:00:00.0",
            "3 environment null/TV",
            "4 issuekey null/MK-1",
            "5 labels null/a b",
            "6 priority 2/High",
            "7 project 1/Marketing",
            "8 status 1/Open",
            "9 summary null/Now");
    assertThat(history.changes().get(1))
        .isEqualTo(
            new FieldChange(
                "10",
                "initial",
                1,
                "2026-01-01T00:00:00.000+0000",
                "c1",
                "customfield_1",
                "Budget",
                "custom",
                ValueForm.EMPTY,
                history.changes().get(1).to()));
    assertThat(history.mismatches()).isEmpty();
  }

  @Test
  void listsChangeByMember() {
    JsonNode issue =
        issue(
            "{\"fixVersions\":[{\"id\":\"1\",\"name\":\"v1\"},{\"id\":\"3\",\"name\":\"v3\"}],\"components\":[{\"id\":\"8\",\"name\":\"Web\"}]}",
            "["
                + history(
                    "20",
                    2,
                    "{\"field\":\"Fix Version\",\"fieldtype\":\"jira\",\"from\":\"2\",\"fromString\":\"v2\",\"to\":null,\"toString\":null},"
                        + "{\"field\":\"Fix Version\",\"fieldtype\":\"jira\",\"from\":null,\"fromString\":null,\"to\":\"3\",\"toString\":\"v3\"}")
                + "]");
    IssueHistory history = READER.read(issue);
    assertThat(initial(history))
        .containsExactly(
            "0 components 8/Web",
            "1 fixVersions 2/v2",
            "2 fixVersions 1/v1",
            "3 issuekey null/MK-1");
    assertThat(history.mismatches()).isEmpty();
    assertThat(
            READER
                .read(
                    issue(
                        "{\"fixVersions\":[{\"id\":\"2\",\"name\":\"v2\"}]}",
                        "["
                            + history(
                                "20",
                                2,
                                "{\"field\":\"Fix Version\",\"fieldtype\":\"jira\",\"from\":\"2\",\"fromString\":\"v2\",\"to\":null,\"toString\":null}")
                            + "]"))
                .mismatches())
        .containsExactly("fixVersions");
  }

  @ParameterizedTest
  @EnumSource(HistoryInitial.class)
  void configurationDecidesWhichValuesAtCreationAreRows(HistoryInitial which) {
    JsonNode issue =
        issue(
            "{\"priority\":{\"id\":\"2\",\"name\":\"High\"},\"summary\":\"b\",\"labels\":[]}",
            "["
                + history(
                    "20",
                    2,
                    "{\"field\":\"summary\",\"fieldtype\":\"jira\",\"from\":null,\"fromString\":\"a\",\"to\":null,\"toString\":\"b\"}")
                + "]");
    HistoryReader reader = new HistoryReader(FIELDS, new HistoryOptions(which, Map.of()));
    List<String> expected =
        switch (which) {
          case NON_EMPTY ->
              List.of("0 issuekey null/MK-1", "1 priority 2/High", "2 summary null/a");
          case CHANGED -> List.of("0 summary null/a");
          case NONE -> List.of();
        };
    assertThat(initial(reader.read(issue))).isEqualTo(expected);
    assertThat(HistoryInitial.parse(which.text())).isEqualTo(which);
  }

  @Test
  void unknownWordIsRefusedWithTheOnesThereAre() {
    assertThat(Arrays.stream(HistoryInitial.values()).map(HistoryInitial::text))
        .containsExactly("non-empty", "changed", "none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HistoryInitial.parse("all"))
        .withMessage("'all' is none of non-empty, changed, none");
  }

  @Test
  void accountBesideAnOldUserKeyIsTheId() {
    String item =
        """
        {"field":"assignee","fieldtype":"jira","fieldId":"assignee","from":null,"fromString":null,"tmpFromAccountId":null,
         "to":"ann","toString":"Ann","tmpToAccountId":"5b:1"}
        """;
    IssueHistory history =
        READER.read(
            issue(
                "{\"assignee\":{\"accountId\":\"5b:1\",\"displayName\":\"Ann\"}}",
                "[" + history("20", 2, item) + "]"));
    assertThat(text(history.assignees().get(1).value())).isEqualTo("5b:1/Ann");
    assertThat(history.mismatches()).isEmpty();
  }

  @Test
  void withoutAChangelogNothingIsKnown() {
    assertThat(READER.read(json("{\"id\":\"1\",\"fields\":{\"status\":{\"id\":\"1\"}}}")))
        .isEqualTo(IssueHistory.NONE);
  }

  @Test
  void sameHistoryTwiceCountsOnceAndOneInPiecesGoesOn() {
    String first =
        "{\"field\":\"summary\",\"fieldtype\":\"jira\",\"fromString\":\"a\",\"toString\":\"b\"}";
    String second =
        "{\"field\":\"summary\",\"fieldtype\":\"jira\",\"fromString\":\"b\",\"toString\":\"c\"}";
    JsonNode issue =
        issue(
            "{\"summary\":\"c\"}",
            "["
                + String.join(
                    ",", history("20", 2, first), history("20", 2, first), history("20", 2, second))
                + "]");
    IssueHistory history = READER.read(issue);
    assertThat(history.changes().stream().filter(change -> !change.isInitial()))
        .extracting(FieldChange::item)
        .containsExactly(0L, 1L);
    assertThat(history.mismatches()).isEmpty();
  }

  /** Lines are: key now; former keys of the moves, oldest first; aliases. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "MK-1, none, ''",
        "MK-1, A-1, 'A-1 until 2'",
        "MK-1, A-1 B-2, 'A-1 until 2;B-2 until 3'",
        "MK-1, A-1 B-2 A-1, 'B-2 until 3;A-1 until 4'",
        "MK-1, MK-1 B-2, 'B-2 until 3'",
      })
  void formerKeysLeadToTheIssue(String key, String former, String expected) {
    String[] keys = former == null ? new String[0] : former.split(" ");
    StringBuilder histories = new StringBuilder();
    for (int i = 0; i < keys.length; i++) {
      String to = i + 1 < keys.length ? keys[i + 1] : key;
      String item =
          "{\"field\":\"Key\",\"fieldtype\":\"jira\",\"from\":null,\"fromString\":\"%s\",\"to\":null,\"toString\":\"%s\"}"
              .formatted(keys[i], to);
      histories.append(i == 0 ? "" : ",").append(history(Integer.toString(20 + i), 2 + i, item));
    }
    IssueHistory history = READER.read(issue("{}", "[" + histories + "]"));
    assertThat(String.join(";", history.keys().stream().map(HistoryReaderTest::alias).toList()))
        .isEqualTo(expected);
    assertThat(history.mismatches()).isEmpty();
  }

  @Test
  void keyThatChangedWithoutAMoveIsAMismatch() {
    String item =
        "{\"field\":\"Key\",\"fieldtype\":\"jira\",\"from\":null,\"fromString\":\"A-1\",\"to\":null,\"toString\":\"OLD-1\"}";
    assertThat(READER.read(issue("{}", "[" + history("20", 2, item) + "]")).mismatches())
        .containsExactly("issuekey");
  }

  private static String alias(KeyAlias alias) {
    assertThat(alias.key()).isEqualTo("MK-1");
    assertThat(alias.issueId()).isEqualTo("10");
    return alias.oldKey() + " until " + String.valueOf(alias.validUntil()).charAt(9);
  }
}
