package dev.sluice.schemas.table;

import static dev.sluice.schemas.type.Scalar.BOOLEAN;
import static dev.sluice.schemas.type.Scalar.LONG;
import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

import dev.sluice.schemas.history.SprintInterval;

/** {@code issue_sprint_interval}: memberships in sprints, removals included. */
final class SprintIntervalTable {

  static final IssueDeclaration<SprintInterval> DECLARATION =
      IssueDeclaration.of(
          Declaration.<SprintInterval>of(
                  "issue_sprint_interval",
                  "When an issue was in which sprint; a closed sprint keeps its issues.",
                  "issue_id",
                  "sprint_id",
                  "position")
              .computed("issue_id", STRING, "Issue that was in it.", SprintInterval::issueId)
              .computed(
                  "sprint_id", STRING, "Sprint it was in.", interval -> interval.sprint().id())
              .computed(
                  "position",
                  LONG,
                  "From 0 within the issue, in the order of adding.",
                  SprintInterval::position)
              .computed(
                  "sprint", STRING, "Name of that sprint.", interval -> interval.sprint().text())
              .computed("added_at", TIMESTAMP, "When it was added.", SprintInterval::addedAt)
              .computed(
                  "removed_at",
                  TIMESTAMP,
                  "When it was taken out; null while it is in.",
                  SprintInterval::removedAt)
              .computed("author_id", STRING, "Account that added it.", SprintInterval::authorId)
              .computed("is_current", BOOLEAN, "Whether it is in.", SprintInterval::isCurrent)
              .withLineage(),
          issue -> issue.history().sprints());

  private SprintIntervalTable() {}
}
