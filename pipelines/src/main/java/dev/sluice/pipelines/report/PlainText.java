package dev.sluice.pipelines.report;

import java.util.Locale;

/**
 * Makes a text show as what it is. A character that turns the direction of what follows, hides, or
 * does something else than show, becomes its code point in brackets; names of projects and fields
 * are typed by anybody.
 */
final class PlainText {

  private static final int LONGEST = 4_000;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;

  private PlainText() {}

  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            character -> {
              if (shows(character)) {
                plain.appendCodePoint(character);
              } else {
                plain.append(String.format(Locale.ROOT, "[U+%04X]", character));
              }
            });
    return text.codePointCount(0, text.length()) > LONGEST ? plain + "…" : plain.toString();
  }

  private static boolean shows(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == '\n' || character == '\t';
      // Scripts and emoji need the joiners, which move nothing.
      case Character.FORMAT -> character == NON_JOINER || character == JOINER;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
      default -> (character & 0xFFFE) != 0xFFFE;
    };
  }
}
