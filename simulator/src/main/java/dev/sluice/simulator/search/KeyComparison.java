package dev.sluice.simulator.search;

import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.jql.Operand;
import dev.sluice.simulator.jql.Operator;
import dev.sluice.simulator.site.SimIssue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keys and ids. Jira wants every issue that a query names to exist, also when it is only the edge
 * of a range; a range stays inside the project of its edge.
 */
record KeyComparison(IssueIndex index) implements Comparison {
  @Override
  public Filter anyOf(SearchField field, List<Operand> operands) {
    Set<Long> wanted = new HashSet<>();
    List<String> missing = new ArrayList<>();
    for (Operand operand : operands) {
      String named = Values.text(operand);
      index
          .find(named)
          .ifPresentOrElse(issue -> wanted.add(issue.id()), () -> missing.add(complaint(named)));
    }
    if (!missing.isEmpty()) {
      throw new JqlException(missing);
    }
    return Filter.testing(issue -> wanted.contains(issue.id()));
  }

  @Override
  public Filter ordered(SearchField field, Operator operator, Operand operand) {
    IssueKey edge = edge(operator, Values.text(operand));
    return Filter.testing(
        issue ->
            issue.key().startsWith(edge.project())
                && IssueKey.of(issue.key())
                    .filter(key -> key.project().equals(edge.project()))
                    .filter(key -> holds(operator, Long.compare(key.number(), edge.number())))
                    .isPresent());
  }

  private IssueKey edge(Operator operator, String named) {
    SimIssue issue =
        index
            .byIdOrCurrentKey(named)
            .orElseThrow(
                () ->
                    new JqlException(
                        index.find(named).isPresent()
                            ? "Operator '"
                                + operator.symbol()
                                + "' cannot be applied to moved issue key '"
                                + named
                                + "'."
                            : complaint(named)));
    return IssueKey.of(issue.key()).orElseThrow(() -> new JqlException(complaint(named)));
  }

  static boolean holds(Operator operator, int comparison) {
    return switch (operator) {
      case LESS -> comparison < 0;
      case LESS_OR_EQUAL -> comparison <= 0;
      case GREATER -> comparison > 0;
      case GREATER_OR_EQUAL -> comparison >= 0;
      default -> throw new IllegalArgumentException("no order: " + operator);
    };
  }

  private static String complaint(String named) {
    if (named.matches("\\d+")) {
      return "A value with ID '" + named + "' does not exist for the field 'id'.";
    }
    return IssueKey.of(named).isPresent()
        ? "An issue with key '" + named + "' does not exist for field 'key'."
        : "The issue key '" + named + "' for field 'key' is invalid.";
  }
}
