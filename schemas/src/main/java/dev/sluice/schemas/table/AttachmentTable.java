package dev.sluice.schemas.table;

import static dev.sluice.schemas.table.ChildElement.child;
import static dev.sluice.schemas.table.JsonPath.at;
import static dev.sluice.schemas.type.Scalar.LONG;
import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

/** {@code attachment}: what is said about the files of an issue, not the files. */
final class AttachmentTable {

  static final IssueDeclaration<ChildElement> DECLARATION =
      IssueDeclaration.children(
          Declaration.<ChildElement>of("attachment", "Files of an issue, without content.", "id")
              .column("id", STRING, "Jira's id of the attachment.", child("id"))
              .computed("issue_id", STRING, "Issue it hangs on.", ChildElement::issueId)
              .column("filename", STRING, "Name of the file.", child("filename"))
              .column("author_id", STRING, "Account that added it.", child(at("author").personId()))
              .column("created", TIMESTAMP, "When it was added.", child("created"))
              .column("size_bytes", LONG, "Size in bytes.", child("size"))
              .column("mime_type", STRING, "Media type, such as image/png.", child("mimeType"))
              .column(
                  "content_url",
                  STRING,
                  "Where Jira serves the file to those who are logged in.",
                  child("content"))
              .withLineage(),
          "attachment");

  private AttachmentTable() {}
}
