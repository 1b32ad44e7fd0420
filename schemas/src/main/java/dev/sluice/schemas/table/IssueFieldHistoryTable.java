package dev.sluice.schemas.table;

import static dev.sluice.schemas.type.Scalar.BOOLEAN;
import static dev.sluice.schemas.type.Scalar.LONG;
import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

import dev.sluice.schemas.history.FieldChange;

/** {@code issue_field_history}: every change of every field, and the values at creation. */
final class IssueFieldHistoryTable {

  static final IssueDeclaration<FieldChange> DECLARATION =
      IssueDeclaration.of(
          Declaration.<FieldChange>of(
                  "issue_field_history",
                  "Every change of every field, and the values at creation, rebuilt backwards from the changes; long text that never changed stands in table issue only.",
                  "issue_id",
                  "history_id",
                  "item")
              .computed("issue_id", STRING, "Issue that changed.", FieldChange::issueId)
              .computed(
                  "history_id",
                  STRING,
                  "Jira's id of the changes made together; initial for values at creation.",
                  FieldChange::historyId)
              .computed(
                  "item",
                  LONG,
                  "From 0 among those made together, in Jira's order; by field id at creation.",
                  FieldChange::item)
              .computed(
                  "time",
                  TIMESTAMP,
                  "When it changed; at creation when the issue was created.",
                  FieldChange::time)
              .computed(
                  "author_id",
                  STRING,
                  "Account that changed it; at creation the creator.",
                  FieldChange::authorId)
              .computed(
                  "field_id",
                  STRING,
                  "Jira's id of the field; null for what is no field or has an unclear name.",
                  FieldChange::fieldId)
              .computed(
                  "field_name",
                  STRING,
                  "Name of the field as the change gives it.",
                  FieldChange::fieldName)
              .computed(
                  "field_type",
                  STRING,
                  "jira for a system field, custom for a custom one.",
                  FieldChange::fieldType)
              .computed(
                  "from_id",
                  STRING,
                  "Id of the value before, where it has one.",
                  change -> change.from().id())
              .computed(
                  "from_text",
                  STRING,
                  "The value before, as people saw it; null if there was none.",
                  change -> change.from().text())
              .computed(
                  "to_id",
                  STRING,
                  "Id of the value after, where it has one.",
                  change -> change.to().id())
              .computed(
                  "to_text",
                  STRING,
                  "The value after, as people saw it; null if there is none.",
                  change -> change.to().text())
              .computed(
                  "is_initial",
                  BOOLEAN,
                  "Whether it is a value at creation and not a change.",
                  FieldChange::isInitial)
              .withLineage(),
          issue -> issue.history().changes());

  private IssueFieldHistoryTable() {}
}
