package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds the issues in a line of a file. */
final class IssueLines {
  private IssueLines() {}

  /** The issues of a line; a recording may hold none, or some without what an issue must have. */
  static List<ObjectNode> in(JsonNode line, String place) {
    boolean isRecording = !line.has("fields") && (line.has("body") || line.has("bodyText"));
    JsonNode content = isRecording ? line.path("body") : line;
    List<ObjectNode> issues = new ArrayList<>();
    if (content.path("issues").isArray() && !content.has("fields")) {
      content.path("issues").forEach(issue -> addIssue(issue, issues));
    } else {
      addIssue(content, issues);
    }
    if (issues.isEmpty() && !isRecording) {
      throw new UnreadableSiteException(
          place + ": not an issue: there is no object \"fields\" beside \"id\" and \"key\"");
    }
    if (isRecording) {
      issues.removeIf(issue -> !isUsable(issue));
    }
    return issues;
  }

  private static boolean isUsable(JsonNode issue) {
    return issue.path("id").asText().matches("\\d{1,18}")
        && Stamps.parse(issue.path("fields").path("created").asText()).isPresent()
        && Stamps.parse(issue.path("fields").path("updated").asText()).isPresent();
  }

  static long id(JsonNode issue, String place) {
    String id = issue.path("id").asText();
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw new UnreadableSiteException(place + ": the id of the issue is no number: " + id, e);
    }
  }

  static Instant moment(JsonNode issue, String field, String place) {
    String text = issue.path("fields").path(field).asText();
    return Stamps.parse(text)
        .orElseThrow(
            () ->
                new UnreadableSiteException(
                    place
                        + ": "
                        + issue.path("key").asText()
                        + " has no usable \""
                        + field
                        + "\": "
                        + (text.isEmpty() ? "it is missing" : text)));
  }

  private static void addIssue(JsonNode candidate, List<ObjectNode> issues) {
    boolean isNamed = candidate.path("id").isValueNode() && candidate.path("key").isTextual();
    if (isNamed && candidate.path("fields").isObject()) {
      issues.add((ObjectNode) candidate);
    }
  }
}
