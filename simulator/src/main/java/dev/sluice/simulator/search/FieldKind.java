package dev.sluice.simulator.search;

import dev.sluice.simulator.jql.Operator;

/** How a field is searched: which operators it takes and how its values are compared. */
enum FieldKind {
  KEY(true, false),
  PROJECT(false, false),
  DATE_TIME(true, false),
  DATE(true, false),
  NUMBER(true, false),
  PRIORITY(true, false),
  NAMED(false, false),
  PERSON(false, false),
  SPRINT(false, false),
  TEXT(false, true),
  ALL_TEXT(false, true);

  private final boolean ordered;
  private final boolean text;

  FieldKind(boolean ordered, boolean text) {
    this.ordered = ordered;
    this.text = text;
  }

  boolean takes(Operator operator) {
    return switch (operator) {
      case IS, IS_NOT -> true;
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> ordered;
      case CONTAINS, NOT_CONTAINS -> text;
      case EQUALS, NOT_EQUALS, IN, NOT_IN -> !text;
      case WAS, WAS_NOT, WAS_IN, WAS_NOT_IN, CHANGED -> false;
    };
  }
}
