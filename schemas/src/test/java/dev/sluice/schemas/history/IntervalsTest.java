package dev.sluice.schemas.history;

import static dev.sluice.schemas.history.HistoriesUnderTest.columns;
import static dev.sluice.schemas.history.HistoriesUnderTest.history;
import static dev.sluice.schemas.history.HistoriesUnderTest.issue;
import static dev.sluice.schemas.history.HistoriesUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class IntervalsTest {

  private static final HistoryReader READER =
      new HistoryReader(
          columns(
              """
              [{"id":"customfield_9","name":"Sprint","custom":true,"schema":{"type":"array","items":"json","custom":"com.pyxis.greenhopper.jira:gh-sprint"}}]
              """),
          new HistoryOptions(HistoryInitial.NONE, Map.of("1", "new", "5", "done")));

  @Test
  void statusesAreGaplessFromCreationAndEndAtTheIssues() {
    IssueHistory history =
        READER.read(
            issue(
                "{\"status\":{\"id\":\"3\",\"name\":\"In Progress\",\"statusCategory\":{\"key\":\"indeterminate\"}}}",
                "["
                    + String.join(
                        ",",
                        history("24", 6, item("status", "5", "Done", "3", "Doing")),
                        history("22", 4, item("status", "4", "Review", "5", "Done")),
                        history("23", 5, item("status", "5", "Done", "5", "Done")),
                        history("21", 3, item("status", "1", "Open", "4", "Review")))
                    + "]"));
    assertThat(history.statuses())
        .extracting(IntervalsTest::described)
        .containsExactly(
            "0 1/Open new 1-3 172800 c1 false",
            "1 4/Review null 3-4 86400 a1 false",
            "2 5/Done done 4-6 172800 a1 false",
            "3 3/In Progress indeterminate 6-null null a1 true");
    assertThat(history.mismatches()).isEmpty();
  }

  @Test
  void statusThatNeverChangedIsOneInterval() {
    assertThat(READER.read(issue("{\"status\":{\"id\":\"1\",\"name\":\"Open\"}}", "[]")).statuses())
        .extracting(IntervalsTest::described)
        .containsExactly("0 1/Open new 1-null null c1 true");
  }

  @Test
  void lastIntervalIsKeptWhereTheHistoryEndsElsewhere() {
    IssueHistory history =
        READER.read(
            issue(
                "{\"status\":{\"id\":\"9\",\"name\":\"Archived\"}}",
                "[" + history("21", 3, item("status", "1", "Open", "5", "Done")) + "]"));
    assertThat(history.statuses())
        .extracting(IntervalsTest::described)
        .containsExactly("0 1/Open new 1-3 172800 c1 false", "1 5/Done done 3-null null a1 true");
    assertThat(history.mismatches()).containsExactly("status");
  }

  @Test
  void historyOlderThanItsIssueHasNoLength() {
    IssueHistory history =
        READER.read(
            issue(
                "{\"status\":{\"id\":\"5\",\"name\":\"Done\"},\"created\":\"2026-01-09T00:00:00.000+0000\"}",
                "[" + history("21", 3, item("status", "1", "Open", "5", "Done")) + "]"));
    assertThat(history.statuses())
        .extracting(IntervalsTest::described)
        .containsExactly("0 1/Open new 9-3 null c1 false", "1 5/Done done 3-null null a1 true");
  }

  @Test
  void assigneeMayBeNobody() {
    IssueHistory history =
        READER.read(
            issue(
                "{\"assignee\":null}",
                "["
                    + String.join(
                        ",",
                        history("21", 2, item("assignee", "", "", "a1", "Ann")),
                        history("22", 4, item("assignee", "a1", "Ann", "", "")))
                    + "]"));
    assertThat(history.assignees())
        .extracting(IntervalsTest::described)
        .containsExactly(
            "0 null/null null 1-2 86400 c1 false",
            "1 a1/Ann null 2-4 172800 a1 false",
            "2 null/null null 4-null null a1 true");
    assertThat(READER.read(issue("{\"assignee\":null}", "[]")).assignees()).hasSize(1);
    assertThat(READER.read(issue("{}", "[]")).assignees()).isEmpty();
  }

  @Test
  void assigneeOfOldServersIsKnownByLogin() {
    IssueHistory history =
        READER.read(
            issue(
                "{\"assignee\":{\"key\":\"JIRAUSER1\",\"name\":\"Ann\",\"displayName\":\"Ann B\"}}",
                "[" + history("21", 2, item("assignee", "", "", "ann", "Ann")) + "]"));
    assertThat(history.assignees().get(1).value())
        .hasToString("NamedValue[id=JIRAUSER1, text=Ann B]");
    assertThat(history.mismatches()).isEmpty();
  }

  @Test
  void sprintMembershipEndsByRemovalOnly() {
    IssueHistory history =
        READER.read(
            issue(
                "{\"customfield_9\":[{\"id\":76,\"name\":\"S, 76\",\"state\":\"closed\"},{\"id\":80,\"name\":\"S 80\"}]}",
                "["
                    + String.join(
                        ",",
                        history("21", 2, item("Sprint", "", "", "76", "S 76")),
                        history("22", 3, item("Sprint", "76", "S 76", "76, 79", "S 76, S 79")),
                        history(
                            "23",
                            4,
                            item("Sprint", "76, 79", "S 76, S 79", "76, 80", "S 76, S 80")),
                        history("24", 5, item("Sprint", "76, 80", "S 76, S 80", "80", "S 80")),
                        history("25", 6, item("Sprint", "80", "S 80", "80, 76", "S 80, S 76")))
                    + "]"));
    assertThat(history.sprints())
        .extracting(
            sprint ->
                String.join(
                    " ",
                    Long.toString(sprint.position()),
                    text(sprint.sprint()),
                    day(sprint.addedAt()) + "-" + day(sprint.removedAt()),
                    sprint.authorId(),
                    Boolean.toString(sprint.isCurrent())))
        .containsExactly(
            "0 76/S, 76 2-5 a1 false",
            "1 79/S 79 3-4 a1 false",
            "2 80/S 80 4-null a1 true",
            "3 76/S, 76 6-null a1 true");
    assertThat(history.mismatches()).isEmpty();
  }

  @Test
  void sprintAtCreationIsOfTheCreator() {
    IssueHistory unchanged =
        READER.read(issue("{\"customfield_9\":[{\"id\":7,\"name\":\"S 7\"}]}", "[]"));
    assertThat(unchanged.sprints())
        .containsExactly(
            new SprintInterval(
                "10",
                0,
                unchanged.sprints().get(0).sprint(),
                "2026-01-01T00:00:00.000+0000",
                null,
                "c1",
                true));
    IssueHistory deleted =
        READER.read(
            issue(
                "{\"customfield_9\":null}",
                "[" + history("21", 2, item("Sprint", "", "", "7", "S 7")) + "]"));
    assertThat(deleted.mismatches()).containsExactly("customfield_9");
    assertThat(deleted.sprints()).hasSize(1);
  }

  private static String item(String field, String from, String fromText, String to, String toText) {
    return ("{\"field\":\"%s\",\"fieldtype\":\"%s\",\"from\":\"%s\",\"fromString\":\"%s\","
            + "\"to\":\"%s\",\"toString\":\"%s\"}")
        .formatted(field, field.equals("Sprint") ? "custom" : "jira", from, fromText, to, toText);
  }

  private static String described(ValueInterval interval) {
    return String.join(
        " ",
        List.of(
            Long.toString(interval.position()),
            text(interval.value()),
            String.valueOf(interval.statusCategory()),
            day(interval.enteredAt()) + "-" + day(interval.leftAt()),
            String.valueOf(interval.seconds()),
            String.valueOf(interval.authorId()),
            Boolean.toString(interval.isCurrent())));
  }

  private static String day(@Nullable String stamp) {
    return stamp == null ? "null" : stamp.substring(9, 10);
  }
}
