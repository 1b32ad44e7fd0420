package dev.sluice.simulator.search;

import dev.sluice.simulator.jql.Clause;
import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.jql.Operand;
import dev.sluice.simulator.jql.Operator;
import dev.sluice.simulator.site.SimIssue;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Compiles the restriction of a query into a filter. */
final class Conditions {
  /** Makes a test that is asked only once of each issue. */
  interface Remembering
      extends BiFunction<Clause.Condition, Predicate<SimIssue>, Predicate<SimIssue>> {}

  private final SearchFields fields;
  private final Function<FieldKind, Comparison> comparisons;
  private final Remembering memory;

  Conditions(SearchFields fields, Function<FieldKind, Comparison> comparisons, Remembering memory) {
    this.fields = fields;
    this.comparisons = comparisons;
    this.memory = memory;
  }

  /**
   * Compiles.
   *
   * @throws JqlException when a field, a value or an operator makes no sense on this site
   */
  Filter compile(Clause clause) {
    if (clause instanceof Clause.And and) {
      return and.clauses().stream()
          .map(this::compile)
          .reduce(Filter::and)
          .orElse(Filter.EVERYTHING);
    }
    if (clause instanceof Clause.Or or) {
      return or.clauses().stream().map(this::compile).reduce(Filter::or).orElse(Filter.EVERYTHING);
    }
    if (clause instanceof Clause.FreeText text) {
      SearchField all = fields.named("text");
      return comparisons
          .apply(all.kind())
          .anyOf(all, List.of(new Operand.Value(text.words(), true)));
    }
    return remembered((Clause.Condition) clause);
  }

  /**
   * Whether the query means something else when it is asked later.
   *
   * @throws JqlException when the site has no such field
   */
  boolean relative(Clause clause) {
    if (clause instanceof Clause.And and) {
      return and.clauses().stream().anyMatch(this::relative);
    }
    if (clause instanceof Clause.Or or) {
      return or.clauses().stream().anyMatch(this::relative);
    }
    if (!(clause instanceof Clause.Condition condition)) {
      return false;
    }
    FieldKind kind = fields.named(condition.field()).kind();
    return (kind == FieldKind.DATE_TIME || kind == FieldKind.DATE)
        && operands(condition.operand()).stream().anyMatch(DateLiterals::relative);
  }

  /** Windows and keys cost nothing; all else is asked once of each issue. */
  private Filter remembered(Clause.Condition condition) {
    Filter filter = condition(condition);
    FieldKind kind = fields.named(condition.field()).kind();
    boolean worthIt = kind != FieldKind.KEY && kind != FieldKind.PROJECT && !relative(condition);
    return worthIt && filter.rest().isPresent()
        ? new Filter(
            filter.created(),
            filter.updated(),
            Optional.of(memory.apply(condition, filter.rest().get())))
        : filter;
  }

  private Filter condition(Clause.Condition condition) {
    Operator operator = condition.operator();
    SearchField field = fields.named(condition.field());
    if (operator.historical()) {
      throw new JqlException("History searches do not support the '" + field.name() + "' field.");
    }
    if (condition.operand() instanceof Operand.Empty) {
      return emptiness(field, positive(operator));
    }
    if (!field.kind().takes(operator)) {
      throw new JqlException(
          "The operator '"
              + operator.symbol()
              + "' is not supported by the '"
              + field.name()
              + "' field.");
    }
    Comparison comparison = comparisons.apply(field.kind());
    if (operator.relational()) {
      return comparison.ordered(field, operator, condition.operand());
    }
    Filter any = membership(field, comparison, condition.operand());
    return positive(operator) ? any : emptiness(field, false).and(not(any));
  }

  private static Filter membership(SearchField field, Comparison comparison, Operand operand) {
    List<Operand> operands = operands(operand);
    List<Operand> values = operands.stream().filter(o -> !(o instanceof Operand.Empty)).toList();
    Filter any = comparison.anyOf(field, values);
    return values.size() == operands.size() ? any : any.or(emptiness(field, true));
  }

  private static List<Operand> operands(Operand operand) {
    return operand instanceof Operand.Several several ? several.operands() : List.of(operand);
  }

  private static Filter emptiness(SearchField field, boolean wanted) {
    return Filter.testing(issue -> field.values(issue).isEmpty() == wanted);
  }

  private static Filter not(Filter filter) {
    return Filter.testing(issue -> !filter.matches(issue));
  }

  private static boolean positive(Operator operator) {
    return operator == Operator.EQUALS
        || operator == Operator.IN
        || operator == Operator.IS
        || operator == Operator.CONTAINS;
  }
}
