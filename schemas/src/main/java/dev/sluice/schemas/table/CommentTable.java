package dev.sluice.schemas.table;

import static dev.sluice.schemas.table.ChildElement.child;
import static dev.sluice.schemas.table.JsonPath.at;
import static dev.sluice.schemas.type.Scalar.BOOLEAN;
import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

/** {@code comment}: the comments that stand in an issue. */
final class CommentTable {

  static final IssueDeclaration<ChildElement> DECLARATION =
      IssueDeclaration.children(
          Declaration.<ChildElement>of("comment", "What people wrote below an issue.", "id")
              .column("id", STRING, "Jira's id of the comment.", child("id"))
              .computed("issue_id", STRING, "Issue it stands below.", ChildElement::issueId)
              .column("author_id", STRING, "Account of the author.", child(at("author").personId()))
              .column(
                  "author", STRING, "Display name of the author.", child("author", "displayName"))
              .column(
                  "body",
                  STRING,
                  "What it says, in Markdown; Data Center's wiki text as it is.",
                  child("body"))
              .column("created", TIMESTAMP, "When it was written.", child("created"))
              .column("updated", TIMESTAMP, "When it was last changed.", child("updated"))
              .column(
                  "update_author_id",
                  STRING,
                  "Account that last changed it.",
                  child(at("updateAuthor").personId()))
              .column(
                  "is_public",
                  BOOLEAN,
                  "Whether customers see it; null outside of service projects.",
                  child("jsdPublic"))
              .column("visibility", STRING, Visibility.DOC, child(Visibility.PATH))
              .column("parent_id", STRING, "Comment it answers; null if none.", child("parentId"))
              .withLineage(),
          "comment",
          "comments");

  private CommentTable() {}
}
