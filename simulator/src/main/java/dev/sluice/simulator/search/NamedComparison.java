package dev.sluice.simulator.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.jql.Operand;
import dev.sluice.simulator.jql.Operator;
import dev.sluice.simulator.site.Site;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Fields whose values have ids and names: statuses, people, options, labels, sprints. */
final class NamedComparison implements Comparison {
  /** Values of these fields must be known to the site; of others any text may be asked for. */
  private final Map<String, List<ObjectNode>> catalogues;

  private final Function<Operand.Call, Set<String>> functions;

  /**
   * @param functions the lower-case names a function stands for
   */
  NamedComparison(Site site, Function<Operand.Call, Set<String>> functions) {
    this.functions = functions;
    this.catalogues =
        Map.of(
            "status", site.statuses(),
            "issuetype", site.issueTypes(),
            "priority", site.priorities(),
            "resolution", site.resolutions());
  }

  @Override
  public Filter anyOf(SearchField field, List<Operand> operands) {
    Set<String> wanted = new HashSet<>();
    boolean unresolved = false;
    for (Operand operand : operands) {
      if (operand instanceof Operand.Call call) {
        wanted.addAll(functions.apply(call));
      } else {
        String text = Values.text(operand);
        if (field.name().equals("resolution") && text.equalsIgnoreCase("unresolved")) {
          unresolved = true;
        } else {
          require(field, text);
          wanted.add(Values.lower(text));
        }
      }
    }
    Filter named =
        Filter.testing(
            issue -> {
              for (JsonNode value : field.values(issue)) {
                for (String name : Values.names(value)) {
                  if (wanted.contains(name)) {
                    return true;
                  }
                }
              }
              return false;
            });
    return unresolved ? named.or(Filter.testing(issue -> field.values(issue).isEmpty())) : named;
  }

  /** Only priorities have an order; the first of the catalogue is the highest. */
  @Override
  public Filter ordered(SearchField field, Operator operator, Operand operand) {
    String text = Values.text(operand);
    require(field, text);
    int edge = rank(Values.lower(text));
    return Filter.testing(
        issue ->
            field.values(issue).stream()
                .anyMatch(
                    value ->
                        KeyComparison.holds(
                            operator, Integer.compare(edge, rank(Values.names(value).get(0))))));
  }

  /** The position in the catalogue of priorities, 0 for the highest. */
  int rank(String lowerCaseName) {
    List<ObjectNode> priorities = catalogues.getOrDefault("priority", List.of());
    for (int position = 0; position < priorities.size(); position++) {
      if (Values.names(priorities.get(position)).contains(lowerCaseName)) {
        return position;
      }
    }
    return priorities.size();
  }

  private void require(SearchField field, String text) {
    List<ObjectNode> catalogue = catalogues.getOrDefault(field.name(), List.of());
    String wanted = Values.lower(text);
    if (!catalogue.isEmpty()
        && catalogue.stream().noneMatch(entry -> Values.names(entry).contains(wanted))) {
      throw new JqlException(
          "The value '" + text + "' does not exist for the field '" + field.name() + "'.");
    }
  }
}
