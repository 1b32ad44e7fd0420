package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.cli.TextTable.Heading;
import dev.sluice.pipelines.question.ReadyQuestion;
import dev.sluice.schemas.layout.ExitCode;
import java.util.List;
import java.util.Map;

/** The ready questions. */
record QuestionList(List<ReadyQuestion> questions, int width) implements Report {

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }

  @Override
  public Object json() {
    return Map.of("questions", questions);
  }

  @Override
  public String text(Style style) {
    Lines lines = new Lines(0);
    TextTable table = new TextTable(Heading.names("question"), Heading.words("what it asks"));
    questions.forEach(question -> table.row(question.name(), question.asks()));
    table.drawIn(lines, style, width);
    return lines.toString();
  }
}
