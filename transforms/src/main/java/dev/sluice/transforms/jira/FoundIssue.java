package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.value.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where an issue is, whether or not a search finds it.
 *
 * @param id never changes
 * @param key its key now
 * @param projectId its project now; empty when Jira does not tell
 * @param projectKey the key of that project; empty when Jira does not tell
 * @param updated when it was changed last, UTC
 * @param archived whether the issue says that it, or its project, is archived: no search finds it
 *     then
 */
public record FoundIssue(
    long id,
    String key,
    String projectId,
    String projectKey,
    Optional<Instant> updated,
    boolean archived) {

  /** What has to be asked for. A Jira that does not know a field ignores its name. */
  static final List<String> FIELDS = List.of("project", "updated", "archiveddate", "archivedby");

  static FoundIssue of(JsonNode issue) {
    JsonNode fields = issue.path("fields");
    JsonNode project = fields.path("project");
    return new FoundIssue(
        issue.path("id").asLong(-1),
        issue.path("key").asText(""),
        project.path("id").asText(""),
        project.path("key").asText(""),
        Timestamps.parse(fields.path("updated").asText("")),
        fields.hasNonNull("archiveddate")
            || fields.hasNonNull("archivedby")
            || project.path("archived").asBoolean(false));
  }
}
