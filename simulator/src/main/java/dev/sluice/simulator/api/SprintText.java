package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Sprints in issues of a Data Center: the text of a Java object, not JSON. */
final class SprintText {
  private SprintText() {}

  static String of(JsonNode sprint) {
    String id = sprint.path("id").asText();
    return "com.atlassian.greenhopper.service.sprint.Sprint@"
        + Integer.toHexString(id.hashCode())
        + "[id="
        + id
        + ",rapidViewId="
        + sprint.path("boardId").asText(sprint.path("originBoardId").asText())
        + ",state="
        + sprint.path("state").asText().toUpperCase(Locale.ROOT)
        + ",name="
        + sprint.path("name").asText()
        + ",startDate="
        + orNull(sprint, "startDate")
        + ",endDate="
        + orNull(sprint, "endDate")
        + ",completeDate="
        + orNull(sprint, "completeDate")
        + ",activatedDate="
        + orNull(sprint, "startDate")
        + ",sequence="
        + id
        + ",goal="
        + sprint.path("goal").asText()
        + "]";
  }

  private static String orNull(JsonNode sprint, String property) {
    return sprint.path(property).isTextual() ? sprint.path(property).textValue() : "<null>";
  }
}
