package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.WarehouseLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The report of the demo's run, and what to do next. */
record DemoReport(RunReport run, Path folder, List<DemoAnswers> answers, int width)
    implements Report {

  private static final int ROWS = 5;

  @Override
  public ExitCode exitCode() {
    return run.exitCode();
  }

  @Override
  public Object json() {
    return run.json();
  }

  @Override
  public Optional<FailureReport> failure() {
    return run.failure();
  }

  @Override
  public String text(Style style) {
    Lines lines = new Lines(0).line(run.text(style)).line("");
    for (DemoAnswers each : answers) {
      lines.line("  " + style.bold(each.question().asks()));
      lines.line(new AnswerTable(each.answer(), ROWS).text(style, width)).line("");
    }
    return lines
        .line("  What was loaded, file by file:")
        .line("    " + folder.resolve(WarehouseLayout.manifest(run.summary().runId())))
        .line("  Ask it something yourself:")
        .line("    " + style.bold("./sluice query time-in-status --output-path " + folder))
        .line("  Try next, the same data from a Jira that misbehaves:")
        .line("    " + style.bold("./sluice demo --faults rate-limit=20/s,errors-5xx=5%"))
        .toString();
  }
}
