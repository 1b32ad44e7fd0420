package dev.sluice.schemas.field;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a column may be called, and the name a label becomes. */
final class ColumnText {

  static final int MAX_LENGTH = 128;

  private static final Pattern LEGAL =
      Pattern.compile("[a-z_][a-z0-9_]{0," + (MAX_LENGTH - 1) + "}");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

  /** https://cloud.google.com/bigquery/docs/schemas#column_names, in lower case. */
  private static final List<String> RESERVED_PREFIXES =
      List.of(
          "_table_",
          "_file_",
          "_partition",
          "_row_timestamp",
          "__root__",
          "_colidentifier",
          "_change_sequence_number",
          "_change_type",
          "_change_timestamp");

  private ColumnText() {}

  static boolean isLegal(String column) {
    return LEGAL.matcher(column).matches()
        && RESERVED_PREFIXES.stream().noneMatch(column::startsWith);
  }

  /**
   * Returns the label in snake_case; empty when it holds no Latin letter and no digit. Only a
   * leading digit brings a leading underscore, so no result has a reserved prefix.
   */
  static String snakeCase(String label) {
    String decomposed = Normalizer.normalize(label, Normalizer.Form.NFKD);
    String plain = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    String joined = trimmed(OTHERS.matcher(plain).replaceAll("_"));
    String started =
        !joined.isEmpty() && Character.isDigit(joined.charAt(0)) ? "_" + joined : joined;
    return shortened(started, MAX_LENGTH);
  }

  /** Returns {@code name + suffix}, the name cut so that the whole is not too long. */
  static String suffixed(String name, String suffix) {
    return shortened(name, MAX_LENGTH - suffix.length()) + suffix;
  }

  private static String shortened(String name, int length) {
    if (name.length() <= length) {
      return name;
    }
    String cut = name.substring(0, Math.max(1, length));
    return cut.endsWith("_") && cut.length() > 1 ? cut.substring(0, cut.length() - 1) : cut;
  }

  private static String trimmed(String name) {
    int start = name.startsWith("_") ? 1 : 0;
    int end = name.endsWith("_") && name.length() > start ? name.length() - 1 : name.length();
    return name.substring(start, end);
  }
}
