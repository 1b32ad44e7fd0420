package dev.sluice.transforms.jql;

import java.util.Locale;

/** Reads just enough of somebody else's JQL to put it into a larger query safely. */
final class Filter {

  private static final String DELIMITERS = "()[]\"'\\,=!<>~|&";

  private final String jql;
  private int depth;

  private Filter(String jql) {
    this.jql = jql;
  }

  /**
   * The conditions of the query without its own {@code ORDER BY}; blank if it has none.
   *
   * @throws IllegalArgumentException if a quote is not closed or brackets do not pair up: between
   *     our own brackets such a text could mean something else than it does alone
   */
  static String conditions(String jql) {
    Filter filter = new Filter(jql);
    return jql.substring(0, filter.endOfConditions()).strip();
  }

  private int endOfConditions() {
    int at = 0;
    while (at < jql.length()) {
      char c = jql.charAt(at);
      if (c == '"' || c == '\'') {
        at = afterQuoted(at);
      } else if (c == '\\') {
        at += 2;
      } else if (c == '(' || c == '[') {
        depth++;
        at++;
      } else if (c == ')' || c == ']') {
        depth--;
        if (depth < 0) {
          throw new IllegalArgumentException(
              "the JQL closes a bracket it never opened, at character " + (at + 1) + ": " + jql);
        }
        at++;
      } else if (isDelimiter(c)) {
        at++;
      } else {
        int end = afterWord(at);
        if (depth == 0 && isWord("order", at, end) && byFollows(end)) {
          return at;
        }
        at = end;
      }
    }
    if (depth > 0) {
      throw new IllegalArgumentException("the JQL never closes a bracket it opens: " + jql);
    }
    return jql.length();
  }

  private int afterQuoted(int open) {
    char quote = jql.charAt(open);
    int at = open + 1;
    while (at < jql.length()) {
      char c = jql.charAt(at);
      if (c == quote) {
        return at + 1;
      }
      at += c == '\\' ? 2 : 1;
    }
    throw new IllegalArgumentException(
        "the JQL never closes the quote at character " + (open + 1) + ": " + jql);
  }

  private int afterWord(int start) {
    int at = start;
    while (at < jql.length() && !isDelimiter(jql.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean byFollows(int end) {
    int at = end;
    while (at < jql.length() && Character.isWhitespace(jql.charAt(at))) {
      at++;
    }
    return at > end && isWord("by", at, afterWord(at));
  }

  private boolean isWord(String word, int start, int end) {
    return jql.substring(start, end).toLowerCase(Locale.ROOT).equals(word);
  }

  private static boolean isDelimiter(char c) {
    return Character.isWhitespace(c) || DELIMITERS.indexOf(c) >= 0;
  }
}
