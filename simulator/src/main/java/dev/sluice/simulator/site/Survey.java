package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Derives what a site has around its issues from the issues. */
final class Survey {
  private static final String CUSTOM = "customfield_";

  private final Map<String, ObjectNode> projects = new LinkedHashMap<>();
  private final Map<String, ObjectNode> users = new LinkedHashMap<>();
  private final Map<String, ObjectNode> statuses = new TreeMap<>();
  private final Map<String, ObjectNode> mentioned = new TreeMap<>();
  private final Map<String, ObjectNode> issueTypes = new TreeMap<>();
  private final Map<String, ObjectNode> priorities = new TreeMap<>();
  private final Map<String, ObjectNode> resolutions = new TreeMap<>();
  private final Map<String, Set<Shape>> shapes = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Integer> offsets = new HashMap<>();
  private final Map<String, Long> formerKeys = new HashMap<>();
  private final Map<Traits, Traits> traits = new HashMap<>();
  private final SprintNotes sprints = new SprintNotes();

  /** Notes the names of fields, where a line tells them. */
  void readNames(JsonNode told) {
    told.properties().forEach(name -> names.put(name.getKey(), name.getValue().asText()));
  }

  /** Notes everything an issue tells; its traits are shared with issues that have the same. */
  Traits read(ObjectNode issue) {
    JsonNode fields = issue.path("fields");
    JsonNode project = fields.path("project");
    note(projects, project);
    note(statuses, fields.path("status"));
    note(issueTypes, fields.path("issuetype"));
    note(priorities, fields.path("priority"));
    note(resolutions, fields.path("resolution"));
    fields.properties().forEach(field -> readField(field.getKey(), field.getValue(), project));
    readOffset(fields.path("created").asText());
    readPeople(issue);
    readNames(issue.path("names"));
    issue.path("changelog").path("histories").forEach(history -> readHistory(issue, history));
    Traits found = Traits.of(issue);
    return traits.computeIfAbsent(found, same -> same);
  }

  Site site(List<SimIssue> issues) {
    issues.forEach(issue -> formerKeys.remove(issue.key()));
    mentioned.forEach(statuses::putIfAbsent);
    ZoneId zone = zone();
    return new Site(
        "Recorded issues",
        zone,
        zone,
        issues,
        fields(),
        List.copyOf(projects.values()),
        List.copyOf(users.values()),
        List.copyOf(statuses.values()),
        List.copyOf(issueTypes.values()),
        List.copyOf(priorities.values()),
        List.copyOf(resolutions.values()),
        sprints.boards(),
        sprints.byBoard(),
        formerKeys);
  }

  private static void note(Map<String, ObjectNode> known, JsonNode told) {
    if (told.isObject()) {
      known.putIfAbsent(told.path("id").asText(), ((ObjectNode) told).deepCopy());
    }
  }

  private void readField(String id, JsonNode value, JsonNode project) {
    if (id.startsWith(CUSTOM)) {
      shapes.computeIfAbsent(id, key -> EnumSet.noneOf(Shape.class)).add(Shape.of(value));
      sprints.read(value, project);
    } else if (id.equals("sprint") || id.equals("closedSprints")) {
      sprints.read(value, project);
    }
  }

  private void readOffset(String stamp) {
    int sign = Math.max(stamp.lastIndexOf('+'), stamp.lastIndexOf('-'));
    String offset = sign > 18 ? stamp.substring(sign) : "Z";
    offsets.merge(offset, 1, Integer::sum);
  }

  private void readPeople(JsonNode node) {
    if (node.isObject() && node.path("displayName").isTextual()) {
      for (String handle : List.of("accountId", "key", "name")) {
        if (node.path(handle).isTextual()) {
          users.putIfAbsent(node.path(handle).textValue(), (ObjectNode) node);
          return;
        }
      }
    }
    if (node.isContainerNode()) {
      node.forEach(this::readPeople);
    }
  }

  private void readHistory(ObjectNode issue, JsonNode history) {
    for (JsonNode item : history.path("items")) {
      String field = item.path("field").asText();
      if (field.equals("Key") && item.path("fromString").isTextual()) {
        formerKeys.put(item.path("fromString").asText(), issue.path("id").asLong());
      } else if (field.equals("status")) {
        noteStatus(item.path("from").asText(), item.path("fromString").asText());
        noteStatus(item.path("to").asText(), item.path("toString").asText());
      }
    }
  }

  private void noteStatus(String id, String name) {
    ObjectNode status = Json.named("status", id, name).put("description", "");
    status.set("statusCategory", StatusCategory.UNDEFINED.json());
    mentioned.put(id, status);
  }

  private List<ObjectNode> fields() {
    List<ObjectNode> fields = new ArrayList<>(SystemField.catalogue());
    for (Map.Entry<String, Set<Shape>> seen : new TreeMap<>(shapes).entrySet()) {
      String id = seen.getKey();
      String number = id.substring(CUSTOM.length());
      String name = names.getOrDefault(id, id);
      ObjectNode field =
          Json.object()
              .put("id", id)
              .put("key", id)
              .put("name", name)
              .put("custom", true)
              .put("orderable", true)
              .put("navigable", true)
              .put("searchable", true);
      field.putArray("clauseNames").add("cf[" + number + "]").add(name);
      fields.add(field.set("schema", Shape.together(seen.getValue()).schema(id)));
    }
    return fields;
  }

  private ZoneId zone() {
    String most =
        offsets.entrySet().stream()
            .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse("Z");
    ZoneOffset offset =
        ZoneOffset.of(most.length() == 5 ? most.substring(0, 3) + ":" + most.substring(3) : most);
    return offset.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : offset;
  }
}
