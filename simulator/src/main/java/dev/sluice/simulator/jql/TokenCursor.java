package dev.sluice.simulator.jql;

import java.util.List;

/** The place a parser has come to, and how it says that it cannot go on. */
final class TokenCursor {
  private final List<Token> tokens;
  private int at;

  TokenCursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peekSecond() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    if (at < tokens.size() - 1) {
      at++;
    }
    return token;
  }

  boolean acceptKeyword(String keyword) {
    boolean found = peek().keyword(keyword);
    if (found) {
      next();
    }
    return found;
  }

  boolean acceptSign(String sign) {
    boolean found = peek().sign(sign);
    if (found) {
      next();
    }
    return found;
  }

  void expectSign(String sign) {
    if (!acceptSign(sign)) {
      throw expecting("'" + sign + "'");
    }
  }

  boolean atEnd() {
    return peek().kind() == Token.Kind.END;
  }

  /** What Jira says when the next token is not what the grammar wants here. */
  JqlException expecting(String what) {
    Token token = peek();
    if (token.kind() == Token.Kind.END) {
      return new JqlException(
          "Error in the JQL Query: Expecting " + what + " before the end of the query.");
    }
    if (token.reserved()) {
      return new JqlException(
          "Error in the JQL Query: '"
              + token.text()
              + "' is a reserved JQL word. You must surround it in quotation marks to use it in a"
              + " query. "
              + token.position());
    }
    return new JqlException(
        "Error in the JQL Query: Expecting "
            + what
            + " but got '"
            + token.text()
            + "'. "
            + token.position());
  }
}
