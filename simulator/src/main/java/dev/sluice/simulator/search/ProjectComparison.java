package dev.sluice.simulator.search;

import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.jql.Operand;
import dev.sluice.simulator.site.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Projects by key, name or id; one that the account may not see does not exist. */
record ProjectComparison(ProjectNames names, IssueIndex index) implements Comparison {
  @Override
  public Filter anyOf(SearchField field, List<Operand> operands) {
    Set<String> keys = new HashSet<>();
    List<String> missing = new ArrayList<>();
    for (Operand operand : operands) {
      String named = Values.text(operand);
      String key = names.key(named).orElse("");
      if (key.isEmpty() || index.changes().projects().get(key) == Standing.HIDDEN) {
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
