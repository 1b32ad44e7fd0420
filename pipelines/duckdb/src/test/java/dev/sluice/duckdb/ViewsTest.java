package dev.sluice.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.type.Type;
import dev.sluice.schemas.view.MartColumns;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers of the views beside numbers that were worked out by hand. */
final class ViewsTest {

  private static final Table ISSUE =
      with(
          with(
              with(
                  with(Published.table("issue"), "launch_date", Scalar.DATE),
                  "budget",
                  Scalar.DOUBLE),
              "story_points",
              Scalar.DOUBLE),
          "epic_link",
          Scalar.STRING);

  @TempDir Path folder;
  private Path file;
  private Published.Run run;
  private int rows;

  @BeforeEach
  void open() {
    file = folder.resolve("warehouse.duckdb");
    Published published = new Published(folder);
    run = published.run();
  }

  @Test
  void anIssueThatWasReopenedCountsFromItsFirstEndAndTellsHowOftenItCameBack() {
    issue("1", Map.of("created", at("2026-01-01T00:00:00Z")));
    status("1", 0, "new", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z");
    status("1", 1, "indeterminate", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z");
    status("1", 2, "done", "2026-01-03T00:00:00Z", "2026-01-04T00:00:00Z");
    status("1", 3, "indeterminate", "2026-01-04T00:00:00Z", "2026-01-04T12:00:00Z");
    status("1", 4, "done", "2026-01-04T12:00:00Z", null);
    publish();

    assertThat(ask("SELECT lead_seconds, cycle_seconds, reopened, last_done_at FROM cycle_time"))
        .containsExactly(List.of(172_800L, 86_400L, 1L, "2026-01-04T12:00"));
    assertThat(
            ask(
                "SELECT status, visits, seconds, round(share_of_lead_time, 3) FROM time_in_status"
                    + " WHERE status_category <> 'done' ORDER BY status"))
        .containsExactly(
            List.of("in indeterminate", 2L, 129_600L, 0.6), List.of("in new", 1L, 86_400L, 0.4));
  }

  @Test
  void theStatusOfNowCountsUpToWhatWasLoaded() {
    issue("1", Map.of("created", at("2026-01-05T08:00:00Z")));
    status("1", 0, "new", "2026-01-05T08:00:00Z", null);
    publish();

    assertThat(ask("SELECT seconds, share_of_lead_time FROM time_in_status"))
        .containsExactly(List.of(3_600L, 1.0));
  }

  @Test
  void aStatusThatWasLeftBeforeItWasEnteredCountsNoTime() {
    issue("1", Map.of("created", at("2026-01-03T08:00:00Z")));
    status("1", 0, "new", "2026-01-03T08:00:00Z", "2025-12-24T08:00:00Z");
    status("1", 1, "indeterminate", "2025-12-24T08:00:00Z", "2026-01-04T08:00:00Z");
    publish();

    assertThat(ask("SELECT status, seconds FROM time_in_status ORDER BY status"))
        .containsExactly(List.of("in indeterminate", 11 * 86_400L), List.of("in new", 0L));
  }

  @Test
  void aSprintTellsWhatItPromisedWhatCameAndWentAndWhatItCarriesOver() {
    run.with(
        "sprint",
        Map.of(
            "id",
            "7",
            "name",
            "Sprint 7",
            "state",
            "closed",
            "start_date",
            at("2025-12-01T00:00:00Z"),
            "end_date",
            at("2025-12-14T00:00:00Z"),
            "complete_date",
            at("2025-12-15T00:00:00Z")));
    sprinter("kept", 3, "2025-11-30T00:00:00Z", null, "2025-12-10T00:00:00Z");
    sprinter("removed", 5, "2025-11-30T00:00:00Z", "2025-12-05T00:00:00Z", null);
    sprinter("added", 8, "2025-12-03T00:00:00Z", null, null);
    sprinter("carried", 2, "2025-11-30T00:00:00Z", "2025-12-15T00:00:00Z", null);
    sprinter("done after", 1, "2025-11-30T00:00:00Z", null, "2025-12-16T00:00:00Z");
    sprinter("left before", 13, "2025-11-20T00:00:00Z", "2025-11-30T00:00:00Z", null);
    sprinter("came after", 13, "2025-12-16T00:00:00Z", null, null);
    publish();

    assertThat(
            ask(
                "SELECT committed_issues, committed_points, added_issues, added_points,"
                    + " removed_issues, removed_points, completed_issues, completed_points,"
                    + " carried_over_issues, carried_over_points FROM sprint_velocity"))
        .containsExactly(List.of(4L, 11.0, 1L, 8.0, 1L, 5.0, 1L, 3.0, 3L, 11.0));
  }

  @Test
  void worklogsCountInTheWeekOfTheirUtcDayOverMidnightAndTheChangeOfClocks() {
    issue(
        "1",
        Map.of(
            "assignee_id",
            "u1",
            "assignee",
            "Ann",
            "original_estimate_seconds",
            7200,
            "due_date",
            LocalDate.parse("2026-03-25"),
            "created",
            at("2026-03-01T00:00:00Z")));
    worklog("1", "2026-03-29T23:30:00Z", 3600);
    worklog("1", "2026-03-29T01:30:00Z", 1800);
    worklog("1", "2026-03-30T00:30:00Z", 900);
    publish();

    assertThat(
            ask("SELECT week, planned_hours, actual_hours FROM resource_allocation ORDER BY week"))
        .containsExactly(List.of("2026-03-23", 2.0, 1.5), List.of("2026-03-30", 0.0, 0.25));
  }

  @Test
  void aCampaignThatSlippedTwiceTellsFromWhenToWhenAndWhatCostTheTime() {
    slippedCampaign();
    publish();

    assertThat(
            ask(
                "SELECT first_planned_launch, planned_launch, actual_launch, slip_days,"
                    + " launch_moves, costliest_status, costliest_status_days, budget,"
                    + " planned_hours, actual_hours, issues, done_issues, open_blockers"
                    + " FROM campaign_delivery"))
        .containsExactly(
            List.of(
                "2025-12-02",
                "2025-12-16",
                "2025-12-18",
                16L,
                2L,
                "in indeterminate",
                17.375,
                900.0,
                2.0,
                1.5,
                2L,
                1L,
                0L));
    assertThat(
            ask(
                "SELECT day, status, hours, hours_to_date, days_to_launch, is_launched"
                    + " FROM campaign_day WHERE day BETWEEN '2025-12-16' AND '2025-12-19'"
                    + " ORDER BY day"))
        .containsExactly(
            List.of("2025-12-16", "in indeterminate", 1.0, 1.0, 0L, false),
            List.of("2025-12-17", "in indeterminate", 0.5, 1.5, -1L, false),
            List.of("2025-12-18", "in done", 0.0, 1.5, -2L, true));
  }

  @Test
  void anEpicThatMovedToAnotherProjectKeepsItsIssues() {
    issue("1", Map.of("key", "OPS-9", "issue_type", "Epic", "summary", "Spring"));
    issue("2", Map.of("epic_link", "MKTG-1"));
    issue("3", Map.of("parent_id", "2", "is_subtask", true));
    issue("4", Map.of("epic_link", "OPS-9"));
    issue("5", Map.of("epic_link", "GONE-1"));
    run.with("issue_key_alias", Map.of("old_key", "MKTG-1", "issue_id", "1", "key", "OPS-9"));
    publish();

    assertThat(
            ask(
                "SELECT issue_id, campaign_key FROM issue_campaign WHERE campaign_id IS NOT NULL"
                    + " ORDER BY issue_id"))
        .containsExactly(
            List.of("1", "OPS-9"),
            List.of("2", "OPS-9"),
            List.of("3", "OPS-9"),
            List.of("4", "OPS-9"));
  }

  @Test
  void withoutAColumnForARoleTheViewsAreThereAndSayNothing() {
    run.with("issue", Map.of("id", "1", "key", "A-1", "issue_type", "Epic")).publish();
    new DuckDbWarehouse().merge(new Published(folder).store(), file, MartColumns.BY_NAME);

    assertThat(ask("SELECT planned_launch IS NULL, budget IS NULL FROM campaign_delivery"))
        .containsExactly(List.of(true, true));
  }

  @Test
  void theRawNamesHoldInitialValuesAndChanges() {
    run.with("field", Map.of("id", "labels", "name", "Labels", "is_array", true));
    run.with("field", Map.of("id", "status", "name", "Status", "is_array", false));
    issue("1", Map.of());
    change("1", "initial", "status", "10", "To Do", true);
    change("1", "100", "status", "11", "Done", false);
    change("1", "101", "labels", null, "a b", false);
    publish();

    assertThat(ask("SELECT value, is_active FROM fivetran.issue_field_history ORDER BY value"))
        .containsExactly(List.of("10", false), List.of("11", true));
    assertThat(ask("SELECT value FROM fivetran.issue_multiselect_history ORDER BY value"))
        .containsExactly(List.of("a"), List.of("b"));
  }

  private void slippedCampaign() {
    run.with("field", Map.of("id", "f1", "name", "Launch", "column_name", "launch_date"));
    issue(
        "1",
        Map.of(
            "issue_type",
            "Campaign",
            "created",
            at("2025-12-01T00:00:00Z"),
            "launch_date",
            LocalDate.parse("2025-12-16"),
            "budget",
            900.0,
            "status_category",
            "done"));
    issue("2", Map.of("parent_id", "1", "original_estimate_seconds", 7200));
    change("1", "initial", "f1", "2025-12-02", "2025-12-02", true);
    move("1", "100", "2025-12-02", "2025-12-09", "2025-12-01T10:00:00Z");
    move("1", "101", "2025-12-09", "2025-12-16", "2025-12-08T10:00:00Z");
    status("1", 0, "indeterminate", "2025-12-01T00:00:00Z", "2025-12-18T09:00:00Z");
    status("1", 1, "done", "2025-12-18T09:00:00Z", null);
    status("2", 0, "new", "2025-12-01T00:00:00Z", null);
    worklog("2", "2025-12-16T10:00:00Z", 3600);
    worklog("2", "2025-12-17T23:59:00Z", 1800);
  }

  private void sprinter(
      String id, double points, String added, @Nullable String removed, @Nullable String done) {
    issue(id, Map.of("story_points", points));
    Map<String, @Nullable Object> stay = new HashMap<>();
    stay.put("issue_id", id);
    stay.put("sprint_id", "7");
    stay.put("position", 0);
    stay.put("added_at", at(added));
    stay.put("removed_at", removed == null ? null : at(removed));
    run.with("issue_sprint_interval", stay);
    status(id, 0, "new", "2025-11-01T00:00:00Z", done);
    if (done != null) {
      status(id, 1, "done", done, null);
    }
  }

  private void issue(String id, Map<String, Object> values) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("key", "MKTG-" + id);
    row.put("project_key", "MKTG");
    row.put("issue_type", "Task");
    row.put("is_subtask", false);
    row.putAll(values);
    row.put("id", id);
    row.put("updated", at("2026-01-05T08:00:00Z"));
    run.with(ISSUE, row);
  }

  private void status(
      String issue, int position, String category, String from, @Nullable String to) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("issue_id", issue);
    row.put("position", position);
    row.put("status_id", category);
    row.put("status", "in " + category);
    row.put("status_category", category);
    row.put("entered_at", at(from));
    row.put("left_at", to == null ? null : at(to));
    // As in the table: no length where the end is before the beginning.
    row.put(
        "seconds",
        to == null || at(to).isBefore(at(from))
            ? null
            : at(to).getEpochSecond() - at(from).getEpochSecond());
    row.put("is_current", to == null);
    run.with("issue_status_interval", row);
  }

  private void worklog(String issue, String started, long seconds) {
    run.with(
        "worklog",
        Map.of(
            "id",
            "w" + rows++,
            "issue_id",
            issue,
            "author_id",
            "u1",
            "author",
            "Ann",
            "started",
            at(started),
            "time_spent_seconds",
            seconds));
  }

  private void change(
      String issue,
      String history,
      String field,
      @Nullable String id,
      String text,
      boolean initial) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("issue_id", issue);
    row.put("history_id", history);
    row.put("item", rows++);
    row.put("field_id", field);
    row.put("time", at(initial ? "2025-12-01T00:00:00Z" : "2025-12-02T00:00:00Z"));
    row.put("to_id", id);
    row.put("to_text", text);
    row.put("is_initial", initial);
    run.with("issue_field_history", row);
  }

  private void move(String issue, String history, String from, String to, String time) {
    run.with(
        "issue_field_history",
        Map.of(
            "issue_id",
            issue,
            "history_id",
            history,
            "item",
            0,
            "field_id",
            "f1",
            "time",
            at(time),
            "from_id",
            from,
            "from_text",
            from,
            "to_id",
            to,
            "to_text",
            to,
            "is_initial",
            false));
  }

  private void publish() {
    run.publish();
    new DuckDbWarehouse().merge(new Published(folder).store(), file, MartColumns.BY_NAME);
  }

  private List<List<@Nullable Object>> ask(String sql) {
    return new ArrayList<>(Content.of(file, sql));
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  private static Table with(Table table, String name, Type type) {
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(
        columns.indexOf(table.column("extra").orElseThrow()),
        new Column(name, type, name, false, Optional.empty(), Optional.empty()));
    return new Table(table.name(), table.doc(), table.key(), columns);
  }
}
