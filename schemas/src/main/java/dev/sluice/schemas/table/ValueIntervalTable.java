package dev.sluice.schemas.table;

import static dev.sluice.schemas.type.Scalar.BOOLEAN;
import static dev.sluice.schemas.type.Scalar.LONG;
import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

import dev.sluice.schemas.history.ValueInterval;

/** {@code issue_status_interval} and {@code issue_assignee_interval}: gapless since creation. */
final class ValueIntervalTable {

  static final IssueDeclaration<ValueInterval> STATUS =
      IssueDeclaration.of(
          times(
              begin(
                      "issue_status_interval",
                      "When an issue was in which status, from its creation on, without gaps.")
                  .computed(
                      "status_id", STRING, "Status it was in.", interval -> interval.value().id())
                  .computed(
                      "status",
                      STRING,
                      "Name of that status at that time.",
                      interval -> interval.value().text())
                  .computed(
                      "status_category",
                      STRING,
                      "new, indeterminate, done or undefined, as it is now.",
                      ValueInterval::statusCategory)),
          issue -> issue.history().statuses());

  static final IssueDeclaration<ValueInterval> ASSIGNEE =
      IssueDeclaration.of(
          times(
              begin(
                      "issue_assignee_interval",
                      "Who was assigned to an issue when, from its creation on, without gaps.")
                  .computed(
                      "assignee_id",
                      STRING,
                      "Account that was assigned; null while nobody was.",
                      interval -> interval.value().id())
                  .computed(
                      "assignee",
                      STRING,
                      "Display name of that account at that time.",
                      interval -> interval.value().text())),
          issue -> issue.history().assignees());

  private ValueIntervalTable() {}

  private static Declaration.Builder<ValueInterval> begin(String name, String doc) {
    return Declaration.<ValueInterval>of(name, doc, "issue_id", "position")
        .computed("issue_id", STRING, "Issue it is about.", ValueInterval::issueId)
        .computed("position", LONG, "From 0, oldest first.", ValueInterval::position);
  }

  private static Declaration<ValueInterval> times(Declaration.Builder<ValueInterval> table) {
    return table
        .computed("entered_at", TIMESTAMP, "When it began.", ValueInterval::enteredAt)
        .computed(
            "left_at", TIMESTAMP, "When it ended; null while it lasts.", ValueInterval::leftAt)
        .computed(
            "seconds",
            LONG,
            "How many seconds it lasted; null while it lasts.",
            ValueInterval::seconds)
        .computed(
            "author_id",
            STRING,
            "Account that made the change it began with.",
            ValueInterval::authorId)
        .computed("is_current", BOOLEAN, "Whether it lasts.", ValueInterval::isCurrent)
        .withLineage();
  }
}
