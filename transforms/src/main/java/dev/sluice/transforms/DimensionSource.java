package dev.sluice.transforms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.transforms.jira.JiraCatalogue;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gets the objects of dimensions, each list and each project asked for once. A part that the
 * account may not see (one board, one project) is left out with a warning.
 */
final class DimensionSource {

  private static final int NOT_SUPPORTED = 400;

  private final JiraClient client;
  private final JiraCatalogue catalogue;
  private final List<String> scope;
  private final Map<String, JsonNode> details = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private @Nullable List<JsonNode> projects;
  private @Nullable List<JsonNode> boards;

  /**
   * @param scope keys of the projects whose parts are wanted; all when empty
   */
  DimensionSource(JiraClient client, List<String> scope) {
    this.client = client;
    this.catalogue = client.catalogue();
    this.scope = scope;
  }

  /** The warnings since they were last asked for. */
  List<String> takeWarnings() {
    List<String> taken = List.copyOf(warnings);
    warnings.clear();
    return taken;
  }

  List<JsonNode> objectsOf(Dimension dimension) {
    return switch (dimension) {
      case PROJECT -> projects();
      case COMPONENT -> components();
      case VERSION -> versions();
      case USER -> users();
      case FIELD -> fields();
      case STATUS -> catalogue.list("/status");
      case ISSUE_TYPE -> catalogue.list("/issuetype");
      case PRIORITY -> catalogue.list("/priority");
      case RESOLUTION -> catalogue.list("/resolution");
      case BOARD -> boards();
      case SPRINT -> sprints();
    };
  }

  private List<JsonNode> projects() {
    if (projects == null) {
      projects = catalogue.projects();
    }
    return projects;
  }

  private List<JsonNode> fields() {
    List<JsonNode> fields = new ArrayList<>();
    client.fields().forEach(fields::add);
    return fields;
  }

  private List<JsonNode> users() {
    List<JsonNode> users = catalogue.users();
    if (users.isEmpty()) {
      // Some versions answer so where the permission Browse users is missing.
      warnings.add("table user: the directory is empty; it holds only people who occur in issues");
    }
    return users;
  }

  /** A project names its components without their leads: only one with any costs a request more. */
  private List<JsonNode> components() {
    return ofProjects(
        id -> {
          JsonNode named = details(id).path("components");
          return named.isArray() && named.isEmpty() ? List.of() : catalogue.components(id);
        });
  }

  private List<JsonNode> versions() {
    return ofProjects(
        id -> {
          JsonNode versions = details(id).path("versions");
          return versions.isArray() ? listOf(versions) : catalogue.versions(id);
        });
  }

  private List<JsonNode> boards() {
    if (boards == null) {
      boards = catalogue.boards(scope);
    }
    return boards;
  }

  /** One sprint shows on several boards; kanban boards have none and say so with a 400. */
  private List<JsonNode> sprints() {
    Map<String, JsonNode> sprints = new LinkedHashMap<>();
    for (JsonNode board : boards()) {
      if (!board.path("type").asText().equals("kanban")) {
        String id = board.path("id").asText();
        part("board " + id, () -> sprintsOf(id))
            .forEach(sprint -> sprints.putIfAbsent(sprint.path("id").asText(), sprint));
      }
    }
    return List.copyOf(sprints.values());
  }

  private List<JsonNode> sprintsOf(String board) {
    try {
      return catalogue.sprints(board);
    } catch (JiraException.Refused e) {
      if (e.status() == NOT_SUPPORTED) {
        return List.of();
      }
      throw e;
    }
  }

  private interface PartsOfProject {
    List<JsonNode> of(String projectId);
  }

  private List<JsonNode> ofProjects(PartsOfProject parts) {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode project : projects()) {
      String key = project.path("key").asText();
      if (scope.isEmpty() || scope.contains(key)) {
        String id = project.path("id").asText();
        part("project " + key, () -> parts.of(id)).forEach(part -> all.add(owned(part, id)));
      }
    }
    return List.copyOf(all);
  }

  private JsonNode details(String projectId) {
    return details.computeIfAbsent(projectId, catalogue::project);
  }

  /** Not every answer says again what it is part of. */
  private static JsonNode owned(JsonNode part, String projectId) {
    if (part instanceof ObjectNode object && !object.hasNonNull("projectId")) {
      return object.deepCopy().put("projectId", projectId);
    }
    return part;
  }

  private List<JsonNode> part(String name, Supplier<List<JsonNode>> reading) {
    try {
      return reading.get();
    } catch (JiraException.Forbidden | JiraException.NotFound e) {
      warnings.add(name + " is left out: " + e.getMessage());
      return List.of();
    }
  }

  private static List<JsonNode> listOf(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements;
  }
}
