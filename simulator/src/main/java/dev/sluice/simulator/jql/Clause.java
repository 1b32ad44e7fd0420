package dev.sluice.simulator.jql;

import java.util.List;

/** The restriction of a query, as a tree. NOT is already pushed down to the conditions. */
public sealed interface Clause {
  /** All of them. */
  record And(List<Clause> clauses) implements Clause {
    public And {
      clauses = List.copyOf(clauses);
    }
  }

  /** At least one of them. */
  record Or(List<Clause> clauses) implements Clause {
    public Or {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * One comparison.
   *
   * @param field the field as written: a name, an id or {@code cf[10042]}
   */
  record Condition(String field, Operator operator, Operand operand) implements Clause {}

  /** Words without any operator, which Jira searches for in the text of issues. */
  record FreeText(String words) implements Clause {}

  /** The opposite of this clause, by De Morgan. */
  default Clause negated() {
    if (this instanceof And and) {
      return new Or(and.clauses().stream().map(Clause::negated).toList());
    }
    if (this instanceof Or or) {
      return new And(or.clauses().stream().map(Clause::negated).toList());
    }
    if (this instanceof Condition condition) {
      return new Condition(condition.field(), condition.operator().negated(), condition.operand());
    }
    throw new IllegalStateException("free text is never part of a larger clause");
  }
}
