package dev.sluice.simulator.search;

import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.jql.Operand;
import dev.sluice.simulator.jql.Operator;
import java.util.List;
import java.util.function.DoublePredicate;

/** Number fields. */
final class NumberComparison implements Comparison {
  @Override
  public Filter anyOf(SearchField field, List<Operand> operands) {
    double[] wanted = operands.stream().mapToDouble(operand -> number(field, operand)).toArray();
    return test(
        field,
        value -> {
          for (double candidate : wanted) {
            if (candidate == value) {
              return true;
            }
          }
          return false;
        });
  }

  @Override
  public Filter ordered(SearchField field, Operator operator, Operand operand) {
    double edge = number(field, operand);
    return test(field, value -> KeyComparison.holds(operator, Double.compare(value, edge)));
  }

  private static Filter test(SearchField field, DoublePredicate test) {
    return Filter.testing(
        issue ->
            field.values(issue).stream()
                .anyMatch(value -> value.isNumber() && test.test(value.doubleValue())));
  }

  private static double number(SearchField field, Operand operand) {
    String text = Values.text(operand);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      throw new JqlException(
          "Value '" + text + "' is invalid for the '" + field.name() + "' field.");
    }
  }
}
