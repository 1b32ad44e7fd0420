package dev.sluice.schemas.table;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * How many children an issue has: the total the server states, since Cloud embeds the first few
 * only, else the number embedded; null where the server says nothing.
 */
final class IssueCounts {

  private IssueCounts() {}

  static @Nullable Long comments(JsonNode issue) {
    return total(issue.path("fields").path("comment"), "comments");
  }

  static @Nullable Long worklogs(JsonNode issue) {
    return total(issue.path("fields").path("worklog"), "worklogs");
  }

  static @Nullable Long attachments(JsonNode issue) {
    return size(issue.path("fields").path("attachment"));
  }

  static @Nullable Long links(JsonNode issue) {
    return size(issue.path("fields").path("issuelinks"));
  }

  static @Nullable Long subtasks(JsonNode issue) {
    return size(issue.path("fields").path("subtasks"));
  }

  static @Nullable Long histories(JsonNode issue) {
    return total(issue.path("changelog"), "histories");
  }

  private static @Nullable Long total(JsonNode page, String list) {
    JsonNode total = page.path("total");
    return total.isIntegralNumber() && total.canConvertToLong()
        ? (Long) total.longValue()
        : size(page.path(list));
  }

  private static @Nullable Long size(JsonNode list) {
    return list.isArray() ? (Long) (long) list.size() : null;
  }
}
