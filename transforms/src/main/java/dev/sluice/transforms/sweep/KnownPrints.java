package dev.sluice.transforms.sweep;

import dev.sluice.schemas.value.Timestamps;
import dev.sluice.transforms.state.CurrentState;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/** What of the issues of the warehouse can be compared with Jira: 40 bytes for each, and its id. */
final class KnownPrints {

  private final SortedIds known;
  private final Comparison comparison;
  private final long[] updated;
  private final long[] own;
  private final long[] comments;
  private final long[] worklogs;
  private final int[] commentCounts;
  private final int[] worklogCounts;

  /**
   * @param known the ids of the state
   */
  KnownPrints(CurrentState state, SortedIds known, Comparison comparison) {
    this.known = known;
    this.comparison = comparison;
    updated = new long[known.size()];
    own = new long[known.size()];
    comments = new long[known.size()];
    worklogs = new long[known.size()];
    commentCounts = new int[known.size()];
    worklogCounts = new int[known.size()];
    state.rows("issue", columns(), this::issue);
    children(state, "comment", comments);
    children(state, "worklog", worklogs);
    others(state);
  }

  static long link(String id, String otherKey) {
    return new Digest().with("link").with(id).with(otherKey).value();
  }

  static long attachment(String id) {
    return new Digest().with("attachment").with(id).value();
  }

  static long child(String id, long updatedMicros) {
    return new Digest().with(id).with(updatedMicros).value();
  }

  /**
   * Whether an issue is otherwise in Jira. One that Jira's index has older than the warehouse is
   * not: the index lags.
   *
   * @param place of the issue among the known ids
   */
  boolean differ(int place, IssuePrint issue) {
    if (issue.updated() < updated[place]) {
      return false;
    }
    return issue.updated() != updated[place]
        || issue.own() != own[place]
        || differ("comment", issue.comments(), commentCounts[place], comments[place])
        || differ("worklog", issue.worklogs(), worklogCounts[place], worklogs[place]);
  }

  private boolean differ(String table, IssuePrint.Talk now, int count, long sum) {
    if (now.total() == IssuePrint.UNKNOWN) {
      return false;
    }
    return now.total() != count
        || (now.whole() && comparison.tables().contains(table) && now.sum() != sum);
  }

  private List<String> columns() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "id",
                "key",
                "updated",
                "parent_id",
                "parent_key",
                "subtask_count",
                "link_count",
                "attachment_count",
                "comment_count",
                "worklog_count",
                "aggregate_original_estimate_seconds",
                "aggregate_remaining_estimate_seconds",
                "aggregate_time_spent_seconds",
                "votes",
                "watchers"));
    columns.addAll(comparison.epicLinks().values());
    return columns;
  }

  /** In the order of {@link IssuePrint}. */
  private void issue(GenericRecord row) {
    int place = known.position(Cells.text(row, "id"));
    if (place < 0) {
      return;
    }
    updated[place] = Cells.number(row, "updated", Timestamps.NONE);
    commentCounts[place] = (int) Cells.number(row, "comment_count", 0);
    worklogCounts[place] = (int) Cells.number(row, "worklog_count", 0);
    Digest digest =
        new Digest()
            .with(Cells.text(row, "key"))
            .with(Cells.text(row, "parent_id"))
            .with(Cells.text(row, "parent_key"))
            .with(Cells.number(row, "subtask_count", 0))
            .with(Cells.number(row, "link_count", 0))
            .with(Cells.number(row, "attachment_count", 0))
            .with(Cells.number(row, "aggregate_original_estimate_seconds", 0))
            .with(Cells.number(row, "aggregate_remaining_estimate_seconds", 0))
            .with(Cells.number(row, "aggregate_time_spent_seconds", 0))
            .with(Cells.number(row, "votes", 0))
            .with(Cells.number(row, "watchers", 0));
    comparison.epicLinks().values().forEach(column -> digest.with(Cells.text(row, column)));
    own[place] += digest.value();
  }

  private void children(CurrentState state, String table, long[] sums) {
    if (comparison.tables().contains(table)) {
      state.rows(
          table,
          List.of("id", "issue_id", "updated"),
          row ->
              add(
                  sums,
                  row,
                  child(Cells.text(row, "id"), Cells.number(row, "updated", Timestamps.NONE))));
    }
  }

  private void others(CurrentState state) {
    if (comparison.tables().contains("issue_link")) {
      state.rows(
          "issue_link",
          List.of("id", "issue_id", "related_issue_key"),
          row -> add(own, row, link(Cells.text(row, "id"), Cells.text(row, "related_issue_key"))));
    }
    if (comparison.tables().contains("attachment")) {
      state.rows(
          "attachment",
          List.of("id", "issue_id"),
          row -> add(own, row, attachment(Cells.text(row, "id"))));
    }
  }

  private void add(long[] sums, GenericRecord row, long print) {
    int place = known.position(Cells.text(row, "issue_id"));
    if (place >= 0) {
      sums[place] += print;
    }
  }
}
