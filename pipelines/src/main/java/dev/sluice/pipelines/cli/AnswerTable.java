package dev.sluice.pipelines.cli;

import dev.sluice.transforms.local.AnswerReader.AnswerColumn;
import java.util.ArrayList;
import java.util.List;

/** An answer as a table that fits the terminal: words are cut, columns at the right left out. */
final class AnswerTable {

  private static final int MARGIN = 2;
  private static final int GAP = 2;
  private static final int NARROWEST = 6;

  private final Answer answer;
  private final int rows;
  private final List<List<String>> texts = new ArrayList<>();

  AnswerTable(Answer answer, int limit) {
    this.answer = answer;
    this.rows = Math.min(limit, answer.size());
    for (int row = 0; row < rows; row++) {
      texts.add(answer.texts(row));
    }
  }

  String text(Style style, int width) {
    Lines lines = new Lines(0);
    int shown = drawIn(lines, style, width);
    if (shown < answer.columns().size()) {
      lines.line(
          style.dim(
              "  %d of %d columns; --format csv or json has all"
                  .formatted(shown, answer.columns().size())));
    }
    if (rows < answer.size()) {
      lines.line(
          style.dim(
              "  %s of %s rows; --limit N shows more"
                  .formatted(Figures.whole(rows), Figures.whole(answer.size()))));
    }
    return lines.toString();
  }

  /** The rows alone. Returns how many columns there was room for. */
  int drawIn(Lines lines, Style style, int width) {
    int shown = fitting(width);
    TextTable table =
        new TextTable(
            answer.columns().subList(0, shown).stream()
                .map(AnswerTable::heading)
                .toArray(TextTable.Heading[]::new));
    texts.forEach(row -> table.row(row.subList(0, shown).toArray(String[]::new)));
    table.drawIn(lines, style, width);
    return shown;
  }

  private static TextTable.Heading heading(AnswerColumn column) {
    return column.number()
        ? TextTable.Heading.figures(column.name())
        : TextTable.Heading.words(column.name());
  }

  /** How many columns fit when all words are cut as far as they may be; at least one. */
  private int fitting(int width) {
    int total = MARGIN - GAP;
    int shown = 0;
    for (AnswerColumn column : answer.columns()) {
      total += GAP + least(shown, column);
      if (total > width && shown > 0) {
        return shown;
      }
      shown++;
    }
    return shown;
  }

  private int least(int index, AnswerColumn column) {
    int widest = Glyphs.width(column.name());
    for (List<String> row : texts) {
      widest = Math.max(widest, Glyphs.width(row.get(index)));
    }
    return column.number()
        ? widest
        : Math.min(widest, Math.max(NARROWEST, Glyphs.width(column.name())));
  }
}
