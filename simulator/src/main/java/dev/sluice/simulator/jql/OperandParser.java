package dev.sluice.simulator.jql;

import java.util.ArrayList;
import java.util.List;

/** Reads operands: a value, EMPTY, a function or a list, as far as the operator allows each. */
final class OperandParser {
  private final TokenCursor cursor;

  OperandParser(TokenCursor cursor) {
    this.cursor = cursor;
  }

  /** For {@code = != ~ !~}: anything but a list. */
  Operand single() {
    return isEmpty() ? takeEmpty() : valueOrCall();
  }

  /** For {@code < <= > >=}: neither a list nor EMPTY. */
  Operand ordered() {
    return valueOrCall();
  }

  /** For IS: nothing but EMPTY. */
  Operand empty() {
    if (!isEmpty()) {
      throw cursor.expecting("either 'EMPTY' or 'NULL'");
    }
    return takeEmpty();
  }

  /** For IN: a list, or a function that gives one. */
  Operand list() {
    if (cursor.acceptSign("(")) {
      List<Operand> found = new ArrayList<>();
      rest(found);
      return new Operand.Several(found);
    }
    if (cursor.peek().plain() && cursor.peekSecond().sign("(")) {
      return valueOrCall();
    }
    throw cursor.expecting("either a list or function");
  }

  /** For the predicates of a history search. */
  Operand any() {
    return cursor.peek().sign("(") ? list() : single();
  }

  private void rest(List<Operand> found) {
    do {
      if (cursor.acceptSign("(")) {
        rest(found);
      } else {
        found.add(single());
      }
    } while (cursor.acceptSign(","));
    cursor.expectSign(")");
  }

  private boolean isEmpty() {
    return cursor.peek().keyword("empty") || cursor.peek().keyword("null");
  }

  private Operand takeEmpty() {
    cursor.next();
    return new Operand.Empty();
  }

  private Operand valueOrCall() {
    if (!cursor.peek().plain()) {
      throw cursor.expecting("either a value, list or function");
    }
    Token token = cursor.next();
    if (!cursor.acceptSign("(")) {
      return new Operand.Value(token.text(), token.kind() == Token.Kind.TEXT);
    }
    List<String> arguments = new ArrayList<>();
    if (!cursor.acceptSign(")")) {
      do {
        if (!cursor.peek().plain()) {
          throw cursor.expecting("a function argument");
        }
        arguments.add(cursor.next().text());
      } while (cursor.acceptSign(","));
      cursor.expectSign(")");
    }
    return new Operand.Call(token.text(), arguments);
  }
}
