package dev.sluice.pipelines.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows below headings, each column as wide as its widest cell. Where that is too wide, the widest
 * columns of words are cut, names and figures never.
 */
final class TextTable {

  private static final String MARGIN = "  ";
  private static final String GAP = "  ";
  private static final Pattern MOVES = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]+");
  private static final int NARROWEST = 6;

  private final List<Heading> headings;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(Heading... headings) {
    this.headings = List.of(headings);
  }

  /** What a column holds. */
  enum Kind {
    /** Text that may be cut. */
    WORDS,
    /** Text that is of no use unless whole. */
    NAMES,
    /** Numbers, at the right. */
    FIGURES
  }

  /** The name of a column. */
  record Heading(String text, Kind kind) {

    static Heading words(String text) {
      return new Heading(text, Kind.WORDS);
    }

    static Heading names(String text) {
      return new Heading(text, Kind.NAMES);
    }

    static Heading figures(String text) {
      return new Heading(text, Kind.FIGURES);
    }
  }

  /** A row with a cell for each heading. */
  TextTable row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(cells.length + " cells, " + headings.size() + " headings");
    }
    rows.add(Arrays.stream(cells).map(TextTable::printable).toList());
    return this;
  }

  /** Draws the table in lines of at most {@code width} columns, if names and figures leave room. */
  void drawIn(Lines lines, Style style, int width) {
    int[] widths = fitted(width);
    lines.line(style.bold(line(headings.stream().map(Heading::text).toList(), widths)));
    rows.forEach(row -> lines.line(line(row, widths)));
  }

  private int[] fitted(int width) {
    int[] widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Glyphs.width(headings.get(i).text());
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], Glyphs.width(row.get(i)));
      }
    }
    long total = MARGIN.length() + (long) GAP.length() * (widths.length - 1);
    total += Arrays.stream(widths).asLongStream().sum();
    int widest = widest(widths);
    while (total > width && widest >= 0) {
      widths[widest]--;
      total--;
      widest = widest(widths);
    }
    return widths;
  }

  /** The widest column that can be cut; -1 if there is none. */
  private int widest(int[] widths) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      Heading heading = headings.get(i);
      boolean cuttable =
          heading.kind() == Kind.WORDS
              && widths[i] > Math.max(NARROWEST, Glyphs.width(heading.text()));
      if (cuttable && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(MARGIN);
    for (int i = 0; i < widths.length; i++) {
      String cell = Glyphs.cut(cells.get(i), widths[i]);
      String padding = " ".repeat(widths[i] - Glyphs.width(cell));
      line.append(i == 0 ? "" : GAP);
      line.append(headings.get(i).kind() == Kind.FIGURES ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }

  /** Names are what people in Jira typed: none may move the cursor or turn the line around. */
  private static String printable(String cell) {
    return MOVES.matcher(cell).replaceAll(" ").strip();
  }
}
