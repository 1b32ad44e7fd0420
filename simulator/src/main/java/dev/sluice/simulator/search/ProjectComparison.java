package dev.sluice.simulator.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.jql.Operand;
import dev.sluice.simulator.site.SimIssue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Projects by key, name or id. */
final class ProjectComparison implements Comparison {
  private final Map<String, String> keyByName = new HashMap<>();

  ProjectComparison(List<ObjectNode> projects, List<SimIssue> issues) {
    for (ObjectNode project : projects) {
      String key = project.path("key").asText();
      Values.names(project).forEach(name -> keyByName.putIfAbsent(name, key));
    }
    for (SimIssue issue : issues) {
      String key = IssueKey.project(issue.key());
      keyByName.putIfAbsent(Values.lower(key), key);
    }
  }

  @Override
  public Filter anyOf(SearchField field, List<Operand> operands) {
    Set<String> keys = new HashSet<>();
    List<String> missing = new ArrayList<>();
    for (Operand operand : operands) {
      String named = Values.text(operand);
      String key = keyByName.get(Values.lower(named));
      if (key == null) {
        missing.add("The value '" + named + "' does not exist for the field 'project'.");
      } else {
        keys.add(key);
      }
    }
    if (!missing.isEmpty()) {
      throw new JqlException(missing);
    }
    if (keys.size() == 1) {
      String prefix = keys.iterator().next() + "-";
      return Filter.testing(
          issue ->
              issue.key().startsWith(prefix)
                  && issue.key().lastIndexOf('-') == prefix.length() - 1);
    }
    return Filter.testing(issue -> keys.contains(IssueKey.project(issue.key())));
  }
}
