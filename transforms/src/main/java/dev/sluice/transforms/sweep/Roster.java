package dev.sluice.transforms.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.transforms.jql.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The projects the account may see, under everything JQL may call them. */
final class Roster {

  private record Project(Set<String> names, boolean archived) {}

  private final Map<String, Project> byId = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  private Roster() {}

  static Roster of(List<JsonNode> projects) {
    Roster roster = new Roster();
    for (JsonNode project : projects) {
      Set<String> names = new HashSet<>();
      for (String property : List.of("id", "key", "name")) {
        names.add(plain(project.path(property).asText("")));
      }
      // The keys a project had before it was renamed go on working.
      project.path("projectKeys").forEach(key -> names.add(plain(key.asText(""))));
      roster.names.addAll(names);
      roster.byId.put(
          project.path("id").asText(""),
          new Project(names, project.path("archived").asBoolean(false)));
    }
    return roster;
  }

  /** Whether a project is there that JQL would understand by this. */
  boolean knows(String name) {
    return names.contains(plain(name));
  }

  boolean has(String projectId) {
    return byId.containsKey(projectId);
  }

  boolean isArchived(String projectId) {
    Project project = byId.get(projectId);
    return project != null && project.archived();
  }

  /**
   * Whether a scope can hold issues of a project. A scope that is somebody's JQL can hold those of
   * any; only its search tells.
   */
  boolean isWithin(Scope scope, String projectId) {
    if (!(scope instanceof Scope.Projects named)) {
      return true;
    }
    Project project = byId.get(projectId);
    return project != null
        && named.keys().stream().map(Roster::plain).anyMatch(project.names()::contains);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
