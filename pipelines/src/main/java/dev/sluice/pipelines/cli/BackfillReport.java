package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.run.Backfill.Step;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The intervals of a backfill, one a line. */
record BackfillReport(List<Row> rows) implements Report {

  private static final int INTERVAL_WIDTH = 38;

  BackfillReport {
    rows = List.copyOf(rows);
  }

  /**
   * One interval.
   *
   * @param summary of its run now; empty when it was not loaded
   */
  record Row(Step step, Optional<RunSummary> summary) {

    private String word() {
      return summary
          .map(run -> run.status().word())
          .orElseGet(() -> step.due() ? "due" : lastWord(step.last()));
    }

    private static String lastWord(@Nullable RunStatus last) {
      return last == null ? "due" : "was " + last.word();
    }
  }

  @Override
  public String text(Style style) {
    Lines lines = new Lines(0);
    lines.line(
        style.bold(
            Lines.left("interval (UTC)", INTERVAL_WIDTH)
                + Lines.left("status", 12)
                + Lines.right("issues", 9)
                + Lines.right("requests", 10)
                + "  run"));
    for (Row row : rows) {
      lines.line(
          Lines.left(
                  minute(row.step().interval().from().toString())
                      + " to "
                      + minute(row.step().interval().to().toString()),
                  INTERVAL_WIDTH)
              + Lines.left(row.word(), 12)
              + row.summary().map(BackfillReport::figures).orElse(""));
    }
    return lines.toString().stripTrailing();
  }

  private static String figures(RunSummary run) {
    return Lines.right(Figures.whole(run.shards().issuesRead()), 9)
        + Lines.right(Figures.whole(run.requests()), 10)
        + "  "
        + run.runId();
  }

  private static String minute(String instant) {
    return instant.replaceFirst(":00Z$", "Z");
  }

  @Override
  public Object json() {
    List<Map<String, Object>> intervals = new ArrayList<>();
    for (Row row : rows) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("from", row.step().interval().from());
      line.put("to", row.step().interval().to());
      line.put("status", row.word());
      line.put("summary", row.summary().orElse(null));
      intervals.add(line);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("intervals", intervals);
    document.put("exit_code", exitCode().code());
    return document;
  }

  /** That of the first run that did not end ok. */
  @Override
  public ExitCode exitCode() {
    return firstBad().map(run -> RunReport.codeOf(run.exitCode())).orElse(ExitCode.OK);
  }

  @Override
  public Optional<FailureReport> failure() {
    return firstBad().flatMap(run -> RunReport.of(run, false).failure());
  }

  private Optional<RunSummary> firstBad() {
    return rows.stream()
        .flatMap(row -> row.summary().stream())
        .filter(run -> run.exitCode() != 0)
        .findFirst();
  }
}
