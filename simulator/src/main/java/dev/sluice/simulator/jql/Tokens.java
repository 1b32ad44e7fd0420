package dev.sluice.simulator.jql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a query into tokens. */
final class Tokens {
  private static final String SIGNS = "=!<>()~,&|[]";
  private static final String RESERVED = "{}*/%+^$#@?;";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String jql) {
    Tokens tokens = new Tokens(jql);
    tokens.cut();
    return List.copyOf(tokens.tokens);
  }

  private void cut() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        at++;
        line++;
        lineStart = at;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '"' || c == '\'') {
        quoted(c);
      } else if (SIGNS.indexOf(c) >= 0) {
        sign(c);
      } else {
        word();
      }
    }
    add(Token.Kind.END, "", at);
  }

  private void sign(char c) {
    String two = text.substring(at, Math.min(at + 2, text.length()));
    String sign =
        switch (two) {
          case "!=", "!~", "<=", ">=", "&&", "||" -> two;
          default -> String.valueOf(c);
        };
    add(Token.Kind.SIGN, sign, at);
    at += sign.length();
  }

  private void quoted(char quote) {
    int start = at;
    int column = start - lineStart + 1;
    int startLine = line;
    StringBuilder content = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != quote; ) {
      if (text.charAt(at) == '\n') {
        line++;
        lineStart = at + 1;
      }
      content.append(text.charAt(at) == '\\' ? escape() : text.charAt(at++));
    }
    if (at >= text.length()) {
      throw error("The quoted string '" + content + "' has not been completed.", startLine, column);
    }
    at++;
    tokens.add(new Token(Token.Kind.TEXT, content.toString(), startLine, column));
  }

  private void word() {
    int start = at;
    boolean escaped = false;
    StringBuilder content = new StringBuilder();
    while (at < text.length() && inWord(text.charAt(at))) {
      char c = text.charAt(at);
      if (c == '\\') {
        escaped = true;
        content.append(escape());
      } else if (RESERVED.indexOf(c) >= 0 || c < ' ') {
        throw error(
            String.format(
                Locale.ROOT,
                "The character '%s' is a reserved JQL character. You must enclose it in a string"
                    + " or use the escape '\\u%04x' instead.",
                c,
                (int) c),
            line,
            at - lineStart + 1);
      } else {
        content.append(c);
        at++;
      }
    }
    add(escaped ? Token.Kind.TEXT : Token.Kind.WORD, content.toString(), start);
  }

  private static boolean inWord(char c) {
    return !Character.isWhitespace(c) && c != '"' && c != '\'' && SIGNS.indexOf(c) < 0;
  }

  private char escape() {
    int column = at - lineStart + 1;
    char kind = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    if (kind == 'u' && at + 6 <= text.length()) {
      String digits = text.substring(at + 2, at + 6);
      if (digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
        at += 6;
        return (char) Integer.parseInt(digits, 16);
      }
    }
    char meant =
        switch (kind) {
          case 't' -> '\t';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case '"', '\'', '\\', ' ' -> kind;
          default ->
              throw error(
                  "'\\"
                      + (kind == 0 ? "" : kind)
                      + "' is an illegal JQL escape sequence. The valid escape sequences are"
                      + " \\', \\\", \\t, \\n, \\r, \\\\, '\\ ' and \\uXXXX.",
                  line,
                  column);
        };
    at += 2;
    return meant;
  }

  private void add(Token.Kind kind, String content, int start) {
    tokens.add(new Token(kind, content, line, start - lineStart + 1));
  }

  private static JqlException error(String message, int line, int column) {
    return new JqlException(
        "Error in the JQL Query: " + message + " (line " + line + ", character " + column + ")");
  }
}
