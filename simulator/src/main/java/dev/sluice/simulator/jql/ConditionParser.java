package dev.sluice.simulator.jql;

import java.util.List;

/** Reads one condition: a field, an operator, what the operator wants. */
final class ConditionParser {
  private static final String OPERATORS =
      "operator. The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN',"
          + " 'NOT IN', 'IS' and 'IS NOT'";

  private final TokenCursor cursor;
  private final OperandParser operands;

  ConditionParser(TokenCursor cursor) {
    this.cursor = cursor;
    this.operands = new OperandParser(cursor);
  }

  Clause.Condition next() {
    String field = field();
    Operator operator = operator();
    Operand operand =
        switch (operator) {
          case EQUALS, NOT_EQUALS, CONTAINS, NOT_CONTAINS, WAS, WAS_NOT -> operands.single();
          case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> operands.ordered();
          case IN, NOT_IN, WAS_IN, WAS_NOT_IN -> operands.list();
          case IS, IS_NOT -> operands.empty();
          case CHANGED -> new Operand.Empty();
        };
    if (operator.historical()) {
      history(operator == Operator.CHANGED);
    }
    return new Clause.Condition(field, operator, operand);
  }

  /** A name, or a name with a key in brackets such as {@code cf[10042]}. */
  String field() {
    Token name = cursor.peek();
    boolean bracket = cursor.peekSecond().sign("[");
    boolean customField = bracket && name.keyword("cf");
    if (!name.plain() && !customField) {
      throw cursor.expecting("a field name");
    }
    cursor.next();
    if (!bracket) {
      return name.text();
    }
    cursor.next();
    if (!cursor.peek().plain()) {
      throw cursor.expecting("a field key");
    }
    Token key = cursor.next();
    if (customField && !key.text().chars().allMatch(Character::isDigit)) {
      throw new JqlException(
          "Error in the JQL Query: Expecting a custom field id but got '"
              + key.text()
              + "'. "
              + key.position());
    }
    cursor.expectSign("]");
    StringBuilder path = new StringBuilder();
    while (cursor.peek().kind() == Token.Kind.WORD
        && (cursor.peek().text().startsWith(".") || path.toString().endsWith("."))) {
      path.append(cursor.next().text());
    }
    return name.text() + "[" + key.text() + "]" + path;
  }

  private Operator operator() {
    Token token = cursor.peek();
    if (token.kind() == Token.Kind.SIGN) {
      for (Operator operator : Operator.values()) {
        if (token.sign(operator.symbol())) {
          cursor.next();
          return operator;
        }
      }
    }
    if (cursor.acceptKeyword("in")) {
      return Operator.IN;
    }
    if (cursor.acceptKeyword("changed")) {
      return Operator.CHANGED;
    }
    if (cursor.acceptKeyword("is")) {
      return cursor.acceptKeyword("not") ? Operator.IS_NOT : Operator.IS;
    }
    if (cursor.acceptKeyword("was")) {
      boolean not = cursor.acceptKeyword("not");
      boolean in = cursor.acceptKeyword("in");
      return not
          ? in ? Operator.WAS_NOT_IN : Operator.WAS_NOT
          : in ? Operator.WAS_IN : Operator.WAS;
    }
    if (token.keyword("not") && cursor.peekSecond().keyword("in")) {
      cursor.next();
      cursor.next();
      return Operator.NOT_IN;
    }
    throw cursor.expecting(OPERATORS);
  }

  private void history(boolean transitions) {
    List<String> words =
        transitions
            ? List.of("after", "before", "on", "by", "from", "to")
            : List.of("after", "before", "on", "by");
    for (boolean more = true; more; ) {
      more = false;
      for (String word : words) {
        if (cursor.acceptKeyword(word)) {
          operands.any();
          more = true;
        }
      }
      if (cursor.acceptKeyword("during")) {
        operands.list();
        more = true;
      }
    }
  }
}
