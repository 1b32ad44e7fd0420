package dev.sluice.pipelines.discover;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An issue type.
 *
 * @param level 1 for epics, 0, -1 for sub-tasks; on Cloud only
 * @param projectId the team-managed project it belongs to
 * @param sampled issues of it in the sample
 */
public record FoundIssueType(
    String id,
    String name,
    boolean subtask,
    OptionalLong level,
    Optional<String> projectId,
    int sampled) {

  static FoundIssueType of(JsonNode type, int sampled) {
    JsonNode level = type.path("hierarchyLevel");
    JsonNode project = type.path("scope").path("project").path("id");
    return new FoundIssueType(
        type.path("id").asText(),
        type.path("name").asText(),
        type.path("subtask").asBoolean(false),
        level.isIntegralNumber() ? OptionalLong.of(level.longValue()) : OptionalLong.empty(),
        project.isMissingNode() ? Optional.empty() : Optional.of(project.asText()),
        sampled);
  }
}
