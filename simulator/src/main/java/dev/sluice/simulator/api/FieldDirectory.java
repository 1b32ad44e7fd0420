package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The field catalogue, by id. */
final class FieldDirectory {
  private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
  private final Set<String> rich = new HashSet<>(List.of("description", "environment"));
  private final Set<String> sprints = new HashSet<>();
  private final Set<String> epicLinks = new HashSet<>();
  private final Set<String> notNavigable = new HashSet<>(List.of("comment", "worklog"));

  FieldDirectory(List<ObjectNode> fields) {
    for (ObjectNode field : fields) {
      String id = field.path("id").asText();
      byId.put(id, field);
      if (field.path("schema").path("custom").asText().endsWith(":textarea")) {
        rich.add(id);
      }
      if (field.path("schema").path("custom").asText().endsWith(":gh-sprint")) {
        sprints.add(id);
      }
      if (field.path("schema").path("custom").asText().endsWith(":gh-epic-link")) {
        epicLinks.add(id);
      }
      if (!field.path("navigable").asBoolean(true)) {
        notNavigable.add(id);
      }
    }
  }

  /** Whether Cloud's v3 gives the field as a document instead of a text. */
  boolean richText(String id) {
    return rich.contains(id);
  }

  /** Whether the field lists the sprints of an issue. */
  boolean sprints(String id) {
    return sprints.contains(id);
  }

  /** The fields that hold the key of an epic. */
  Set<String> epicLinks() {
    return epicLinks;
  }

  /** Whether {@code *navigable} includes the field. */
  boolean navigable(String id) {
    return !notNavigable.contains(id);
  }

  String name(String id) {
    JsonNode field = byId.get(id);
    return field == null ? id : field.path("name").asText(id);
  }

  Map<String, ObjectNode> byId() {
    return byId;
  }
}
