package dev.sluice.schemas.table;

import static dev.sluice.schemas.table.ChildElement.child;
import static dev.sluice.schemas.table.JsonPath.at;
import static dev.sluice.schemas.type.Scalar.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** {@code issue_link}: a link as one of its two issues shows it. */
final class IssueLinkTable {

  private static final String OUTWARD = "outward";
  private static final String INWARD = "inward";

  static final IssueDeclaration<ChildElement> DECLARATION =
      IssueDeclaration.children(
          Declaration.<ChildElement>of(
                  "issue_link",
                  "Links between issues, one row for each of the two ends.",
                  "issue_id",
                  "id")
              .computed(
                  "issue_id",
                  STRING,
                  "Issue at this end, which shows the link.",
                  ChildElement::issueId)
              .column("id", STRING, "Jira's id of the link; both ends share it.", child("id"))
              .column("link_type_id", STRING, "Type of the link.", child("type", "id"))
              .column("link_type", STRING, "Name of the type.", child("type", "name"))
              .computed(
                  "direction",
                  STRING,
                  "outward if the link goes from this issue to the other, inward if the other way.",
                  IssueLinkTable::direction)
              .computed(
                  "relationship",
                  STRING,
                  "What this issue is to the other in words, such as blocks or is blocked by.",
                  IssueLinkTable::relationship)
              .column(
                  "related_issue_id",
                  STRING,
                  "Issue at the other end.",
                  child(at("outwardIssue", "id").orElse(at("inwardIssue", "id"))))
              .column(
                  "related_issue_key",
                  STRING,
                  "Key of the issue at the other end.",
                  child(at("outwardIssue", "key").orElse(at("inwardIssue", "key"))))
              .withLineage(),
          "issuelinks");

  private IssueLinkTable() {}

  private static @Nullable String direction(ChildElement link) {
    if (link.json().hasNonNull("outwardIssue")) {
      return OUTWARD;
    }
    return link.json().hasNonNull("inwardIssue") ? INWARD : null;
  }

  private static @Nullable String relationship(ChildElement link) {
    String direction = direction(link);
    if (direction == null) {
      return null;
    }
    JsonNode words = link.json().path("type").path(direction);
    return words.isTextual() ? words.textValue() : null;
  }
}
