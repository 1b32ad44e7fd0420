package dev.sluice.simulator.jql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recursive descent over the grammar: or, and, not, condition; then the order. */
final class Parser {
  /** Jira's own parser gives up on deep nesting too; ours must not end in a stack overflow. */
  private static final int DEEPEST = 400;

  private final TokenCursor cursor;
  private final ConditionParser conditions;
  private int depth;

  Parser(List<Token> tokens) {
    this.cursor = new TokenCursor(tokens);
    this.conditions = new ConditionParser(cursor);
  }

  Query query() {
    Optional<Clause> restriction =
        cursor.atEnd() || cursor.peek().keyword("order") ? Optional.empty() : Optional.of(or());
    List<Query.Sort> order = cursor.acceptKeyword("order") ? order() : List.of();
    if (!cursor.atEnd()) {
      throw cursor.expecting("either 'OR' or 'AND'");
    }
    return new Query(restriction, order);
  }

  private Clause or() {
    List<Clause> clauses = new ArrayList<>();
    do {
      clauses.add(and());
    } while (cursor.acceptKeyword("or") || cursor.acceptSign("|") || cursor.acceptSign("||"));
    return clauses.size() == 1 ? clauses.get(0) : new Clause.Or(clauses);
  }

  private Clause and() {
    List<Clause> clauses = new ArrayList<>();
    do {
      clauses.add(not());
    } while (cursor.acceptKeyword("and") || cursor.acceptSign("&") || cursor.acceptSign("&&"));
    return clauses.size() == 1 ? clauses.get(0) : new Clause.And(clauses);
  }

  private Clause not() {
    if (++depth > DEEPEST) {
      throw new JqlException("Error in the JQL Query: The query is too complex to be parsed.");
    }
    try {
      if (cursor.acceptKeyword("not") || cursor.acceptSign("!")) {
        return not().negated();
      }
      if (cursor.acceptSign("(")) {
        Clause inner = or();
        cursor.expectSign(")");
        return inner;
      }
      return conditions.next();
    } finally {
      depth--;
    }
  }

  private List<Query.Sort> order() {
    if (!cursor.acceptKeyword("by")) {
      throw cursor.expecting("'by'");
    }
    List<Query.Sort> order = new ArrayList<>();
    do {
      String field = conditions.field();
      boolean descending = cursor.acceptKeyword("desc");
      if (!descending) {
        cursor.acceptKeyword("asc");
      }
      order.add(new Query.Sort(field, descending));
    } while (cursor.acceptSign(","));
    return order;
  }
}
