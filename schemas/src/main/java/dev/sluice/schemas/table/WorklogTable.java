package dev.sluice.schemas.table;

import static dev.sluice.schemas.table.ChildElement.child;
import static dev.sluice.schemas.table.JsonPath.at;
import static dev.sluice.schemas.type.Scalar.LONG;
import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

/** {@code worklog}: the time people logged on an issue. */
final class WorklogTable {

  static final IssueDeclaration<ChildElement> DECLARATION =
      IssueDeclaration.children(
          Declaration.<ChildElement>of("worklog", "Time people logged on an issue.", "id")
              .column("id", STRING, "Jira's id of the worklog.", child("id"))
              .computed("issue_id", STRING, "Issue that was worked on.", ChildElement::issueId)
              .column("author_id", STRING, "Account that worked.", child(at("author").personId()))
              .column(
                  "author", STRING, "Display name of who worked.", child("author", "displayName"))
              .column(
                  "comment",
                  STRING,
                  "What was done, in Markdown; Data Center's wiki text as it is.",
                  child("comment"))
              .column("started", TIMESTAMP, "When the work began.", child("started"))
              .column(
                  "time_spent_seconds",
                  LONG,
                  "How many seconds it took.",
                  child("timeSpentSeconds"))
              .column("created", TIMESTAMP, "When it was logged.", child("created"))
              .column("updated", TIMESTAMP, "When it was last changed.", child("updated"))
              .column(
                  "update_author_id",
                  STRING,
                  "Account that last changed it.",
                  child(at("updateAuthor").personId()))
              .column("visibility", STRING, Visibility.DOC, child(Visibility.PATH))
              .withLineage(),
          "worklog",
          "worklogs");

  private WorklogTable() {}
}
