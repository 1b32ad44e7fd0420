package dev.sluice.simulator.jql;

import java.util.Locale;

/** A piece of the text with the place it stands at, both counted from 1. */
record Token(Kind kind, String text, int line, int column) {
  enum Kind {
    /** A word without quotes: a name, a number, a keyword. */
    WORD,
    /** Text in quotes, or a word with an escape in it: never a keyword. */
    TEXT,
    /** Punctuation and operators. */
    SIGN,
    END
  }

  boolean sign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean keyword(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  boolean reserved() {
    return kind == Kind.WORD && ReservedWords.contains(text.toLowerCase(Locale.ROOT));
  }

  /** A word or text that may stand as a name or a value. */
  boolean plain() {
    return kind == Kind.TEXT || (kind == Kind.WORD && !reserved());
  }

  String position() {
    return "(line " + line + ", character " + column + ")";
  }
}
