package dev.sluice.simulator.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.site.GeneratedIssues;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The keys of projects by everything they are called: key, name, id. */
final class ProjectNames {
  private final Map<String, String> keyByName = new HashMap<>();

  private ProjectNames() {}

  static ProjectNames of(Site site) {
    ProjectNames names = new ProjectNames();
    for (ObjectNode project : site.projects()) {
      String key = project.path("key").asText();
      Values.names(project).forEach(name -> names.keyByName.putIfAbsent(name, key));
    }
    if (!(site.issues() instanceof GeneratedIssues)) {
      for (SimIssue issue : site.issues()) {
        String key = IssueKey.project(issue.key());
        names.keyByName.putIfAbsent(Values.lower(key), key);
      }
    }
    return names;
  }

  Optional<String> key(String named) {
    return Optional.ofNullable(keyByName.get(Values.lower(named)));
  }
}
