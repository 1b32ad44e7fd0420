package dev.sluice.pipelines.cli;

/** Text as a terminal draws it: Chinese, Japanese, Korean and pictures take two columns. */
final class Glyphs {

  private static final String CUT = "…";

  private Glyphs() {}

  /** How many columns the text takes. */
  static int width(String text) {
    return text.codePoints().map(Glyphs::width).sum();
  }

  /** The text, or as much of it as fits with a sign that something is missing. */
  static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int left = columns - width(CUT);
    for (int at = 0; at < text.length() && width(text.codePointAt(at)) <= left; ) {
      int character = text.codePointAt(at);
      kept.appendCodePoint(character);
      left -= width(character);
      at += Character.charCount(character);
    }
    return kept + CUT;
  }

  /** The blocks of https://www.unicode.org/reports/tr11/ that are wide as a whole. */
  private static int width(int character) {
    int kind = Character.getType(character);
    if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        (character >= 0x1100 && character <= 0x115F)
            || (character >= 0x2E80 && character <= 0xA4CF)
            || (character >= 0xAC00 && character <= 0xD7A3)
            || (character >= 0xF900 && character <= 0xFAFF)
            || (character >= 0xFE30 && character <= 0xFE6F)
            || (character >= 0xFF00 && character <= 0xFF60)
            || (character >= 0xFFE0 && character <= 0xFFE6)
            || (character >= 0x1F300 && character <= 0x1FAFF)
            || (character >= 0x20000 && character <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
