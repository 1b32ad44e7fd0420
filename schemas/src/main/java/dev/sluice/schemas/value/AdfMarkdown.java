package dev.sluice.schemas.value;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Atlassian Document Format, the rich text of Cloud's API v3, as Markdown. Total: a node it does
 * not know becomes the text inside it, and below {@value #MAX_DEPTH} levels only text is kept.
 *
 * <p>Text is not escaped, except for the bars of table cells: the column is there to be read and
 * searched, and {@code snake_case} must be found as it was written.
 */
public final class AdfMarkdown {

  static final int MAX_DEPTH = 200;

  private AdfMarkdown() {}

  /** Returns whether the value is a document: rich text, not any other object. */
  public static boolean isDocument(JsonNode value) {
    return value.isObject()
        && value.path("type").asText().equals("doc")
        && value.path("content").isArray();
  }

  /** Returns the document as Markdown with {@code \n} between lines and none at the end. */
  public static String render(JsonNode document) {
    return AdfBlocks.children(document, 0).strip();
  }
}
