package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.layout.WarehouseLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the demo has done, on one screen.
 *
 * @param folder as it was named
 * @param budget requests a second, at most
 * @param storm what went wrong on purpose
 * @param live how the increments went, when there were any
 * @param width of the screen
 */
record DemoReport(
    RunReport run,
    String folder,
    double budget,
    Optional<DemoStorm> storm,
    Optional<LiveOutcome> live,
    List<DemoAnswers> answers,
    int width)
    implements Report {

  static final int NAME_WIDTH = 8;
  private static final int ROWS = 3;

  /** Wider answers are no easier to read. */
  private static final int WIDEST = 100;

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
    Lines lines = new Lines(NAME_WIDTH);
    if (run.exitCode() == ExitCode.OK) {
      happened(lines, style);
    } else {
      lines.line(run.text(style));
    }
    live.ifPresent(it -> it.tell(lines));
    lines.line("");
    for (DemoAnswers each : answers) {
      lines.line("  " + style.bold(each.title(ROWS)));
      if (each.answer().size() == 0) {
        lines.line("  none");
      } else {
        new AnswerTable(each.answer(), ROWS).drawIn(lines, style, Math.min(width, WIDEST));
      }
      lines.line("");
    }
    places(lines);
    return lines.toString();
  }

  private void happened(Lines lines, Style style) {
    RunSummary summary = run.summary();
    RunSummary.Shards shards = summary.shards();
    Duration took = Duration.between(summary.startedAt(), summary.finishedAt());
    lines.line(
        style.good("ok")
            + "  a marketing department's Jira is in your warehouse, in "
            + Figures.time(took));
    lines.line("");
    lines.entry(
        "planned",
        Figures.whole(shards.issuesExpected())
            + " issues counted and cut into "
            + Figures.count(shards.planned(), "shard")
            + ", before any was read");
    lines.entry(
        "loaded",
        Figures.whole(summary.rows().values().stream().mapToLong(Long::longValue).sum())
            + " rows in "
            + Figures.count(summary.rows().size(), "table")
            + " with "
            + Figures.count(summary.requests(), "request")
            + ", at most "
            + Figures.whole((long) budget)
            + " a second");
    storm.ifPresent(
        it -> it.tell(lines, summary.requestsRetried(), Duration.ofMillis(summary.throttledMs())));
    lines.entry(
        "proven",
        shards.complete()
            + " of "
            + shards.planned()
            + " shards hold what Jira counts: "
            + Figures.count(shards.issuesRead(), "issue")
            + ", "
            + (summary.failedRows() == 0 ? "none" : Figures.count(summary.failedRows(), "row"))
            + " set aside");
  }

  private void places(Lines lines) {
    Path report = Path.of(folder, WarehouseLayout.report(run.summary().runId()));
    if (!answers.isEmpty()) {
      lines.entry("database", Path.of(folder, WarehouseLayout.LOCAL_WAREHOUSE).toString());
    }
    if (Files.exists(report)) {
      lines.entry("report", report.toString());
    }
    lines.entry("files", folder);
    lines.entry("ask", "./sluice query time-in-status --output-path " + folder);
    lines.entry(
        "try",
        storm.isEmpty()
            ? "./sluice demo --faults    the same from a Jira that misbehaves"
            : "./sluice demo --live      a Jira that changes while it is read");
    lines.entry("next", "./sluice init             your own Jira, in five questions");
  }
}
