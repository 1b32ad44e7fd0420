package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The current values of an issue that queries ask most; an absent value is the empty string. Issues
 * with the same values share one instance.
 *
 * @param statusCategory {@code new}, {@code indeterminate}, {@code done} or {@code undefined}
 */
public record Traits(
    String projectId,
    String projectKey,
    String issueTypeId,
    String issueType,
    String statusId,
    String status,
    String statusCategory,
    String priorityId,
    String priority,
    String resolutionId,
    String resolution) {

  /** Reads them from an issue: an object with {@code fields}. */
  public static Traits of(JsonNode issue) {
    JsonNode fields = issue.path("fields");
    return new Traits(
        text(fields, "project", "id"),
        text(fields, "project", "key"),
        text(fields, "issuetype", "id"),
        text(fields, "issuetype", "name"),
        text(fields, "status", "id"),
        text(fields, "status", "name"),
        fields.path("status").path("statusCategory").path("key").asText("undefined"),
        text(fields, "priority", "id"),
        text(fields, "priority", "name"),
        text(fields, "resolution", "id"),
        text(fields, "resolution", "name"));
  }

  private static String text(JsonNode fields, String field, String member) {
    return fields.path(field).path(member).asText("");
  }
}
