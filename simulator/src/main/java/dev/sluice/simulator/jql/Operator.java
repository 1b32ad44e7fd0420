package dev.sluice.simulator.jql;

/** The operators of a condition. */
public enum Operator {
  EQUALS("="),
  NOT_EQUALS("!="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  CONTAINS("~"),
  NOT_CONTAINS("!~"),
  IN("in"),
  NOT_IN("not in"),
  IS("is"),
  IS_NOT("is not"),
  WAS("was"),
  WAS_NOT("was not"),
  WAS_IN("was in"),
  WAS_NOT_IN("was not in"),
  CHANGED("changed");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  /** Whether the operator asks for an order: {@code < <= > >=}. */
  public boolean relational() {
    return this == LESS || this == LESS_OR_EQUAL || this == GREATER || this == GREATER_OR_EQUAL;
  }

  /** Whether the operator looks into the history of an issue. */
  public boolean historical() {
    return switch (this) {
      case WAS, WAS_NOT, WAS_IN, WAS_NOT_IN, CHANGED -> true;
      default -> false;
    };
  }

  /**
   * The operator that NOT turns this one into. Jira pushes NOT down to the conditions, so {@code
   * NOT assignee = a} leaves out the unassigned just as {@code assignee != a} does.
   */
  public Operator negated() {
    return switch (this) {
      case EQUALS -> NOT_EQUALS;
      case NOT_EQUALS -> EQUALS;
      case LESS -> GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> GREATER;
      case GREATER -> LESS_OR_EQUAL;
      case GREATER_OR_EQUAL -> LESS;
      case CONTAINS -> NOT_CONTAINS;
      case NOT_CONTAINS -> CONTAINS;
      case IN -> NOT_IN;
      case NOT_IN -> IN;
      case IS -> IS_NOT;
      case IS_NOT -> IS;
      case WAS -> WAS_NOT;
      case WAS_NOT -> WAS;
      case WAS_IN -> WAS_NOT_IN;
      case WAS_NOT_IN -> WAS_IN;
      case CHANGED -> throw new JqlException("History searches do not support the 'not' operator.");
    };
  }
}
