package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An answer of the local warehouse, in one of its forms. */
record AnswerReport(Answer answer, AnswerFormat format, int limit, int width) implements Report {

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }

  @Override
  public Object json() {
    return Map.of(
        "columns",
        answer.columns(),
        "rows",
        IntStream.range(0, answer.size()).mapToObj(answer::named).toList());
  }

  @Override
  public String text(Style style) {
    return switch (format) {
      case TABLE -> new AnswerTable(answer, limit).text(style, width);
      case CSV -> lines(",", AnswerReport::csv, false);
      case MARKDOWN -> lines(" | ", AnswerReport::markdown, true);
      case JSON ->
          String.join(
              "\n",
              IntStream.range(0, answer.size())
                  .mapToObj(row -> Documents.writeLine(answer.named(row)))
                  .toList());
    };
  }

  private interface Cell {
    String of(String text);
  }

  private String lines(String separator, Cell cell, boolean framed) {
    List<String> names = answer.columns().stream().map(column -> column.name()).toList();
    StringBuilder text = new StringBuilder(line(names, separator, cell, framed));
    if (framed) {
      text.append("\n|");
      answer.columns().forEach(column -> text.append(column.number() ? "---:|" : "---|"));
    }
    for (int row = 0; row < answer.size(); row++) {
      text.append('\n').append(line(answer.texts(row), separator, cell, framed));
    }
    return text.toString();
  }

  private static String line(List<String> texts, String separator, Cell cell, boolean framed) {
    String joined = String.join(separator, texts.stream().map(cell::of).toList());
    return framed ? "| " + joined + " |" : joined;
  }

  /** As https://www.rfc-editor.org/rfc/rfc4180 quotes. */
  private static String csv(String text) {
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static String markdown(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\R", " ");
  }
}
