package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.layout.SweepCounts;
import dev.sluice.schemas.layout.WarehouseLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, from the summary it left.
 *
 * @param summary with its exit code and error filled in
 */
record RunReport(RunSummary summary, ExitCode exitCode) implements Report {

  private static final int NAME_WIDTH = 11;

  /** The report of a run whose pipeline came to its end. */
  static RunReport of(RunSummary summary, boolean skipExitCode) {
    boolean nothingNew =
        summary.status() != RunStatus.SUBMITTED
            && summary.exitCode() == 0
            && summary.shards().issuesRead() == 0;
    ExitCode code = nothingNew && skipExitCode ? ExitCode.NO_NEW_DATA : codeOf(summary.exitCode());
    return new RunReport(summary.endedWith(code.code(), summary.error()), code);
  }

  @Override
  public Object json() {
    return summary;
  }

  @Override
  public Optional<FailureReport> failure() {
    return Optional.ofNullable(summary.error())
        .map(
            error ->
                new FailureReport(
                    exitCode,
                    error.kind(),
                    List.of(error.message()),
                    error.hint(),
                    Optional.ofNullable(error.retryAt())));
  }

  @Override
  public String text(Style style) {
    return summary.status() == RunStatus.SUBMITTED ? submitted(style) : ended(style);
  }

  /** Schedulers look for the last line. */
  private String submitted(Style style) {
    Lines lines = new Lines(NAME_WIDTH);
    lines.line(status(style) + "  run " + summary.runId());
    lines.line("");
    lines.entry("shards", Integer.toString(summary.shards().planned()));
    lines.entry("issues", Figures.whole(summary.shards().issuesExpected()) + " that Jira counted");
    summary.outputs().forEach(output -> lines.entry("summary", output));
    lines.line("");
    lines.line("Submitted job: " + summary.dataflowJobId());
    return lines.toString();
  }

  private String ended(Style style) {
    RunSummary.Shards shards = summary.shards();
    Lines lines = new Lines(NAME_WIDTH);
    lines.line(
        status(style)
            + "  run "
            + summary.runId()
            + " in "
            + Figures.time(Duration.between(summary.startedAt(), summary.finishedAt())));
    lines.line("");
    if (summary.interval() != null) {
      lines.entry(
          "interval", minute(summary.interval().from()) + " to " + minute(summary.interval().to()));
    }
    Optional.ofNullable(summary.sweep()).ifPresent(sweep -> lines.entry("census", census(sweep)));
    lines.entry("issues", issues(shards));
    lines.entry("shards", shards(shards));
    lines.entry("requests", requests(shards));
    lines.entry("set aside", setAside());
    lines.entry("watermark", watermark(summary.watermark()));
    summary.outputs().forEach(output -> lines.entry(place(output), output));
    summary.warnings().forEach(warning -> lines.entry("warning", warning));
    summary.notices().stream()
        .filter(notice -> !summary.warnings().contains(notice.message()))
        .forEach(notice -> lines.entry(notice.isAlert() ? "alert" : "note", notice.message()));
    lines.line("");
    tables(lines, style);
    return lines.toString();
  }

  private String place(String output) {
    if (output.endsWith(WarehouseLayout.LOCAL_WAREHOUSE)) {
      return "database";
    }
    return output.endsWith(WarehouseLayout.report(summary.runId())) ? "report" : "files";
  }

  private String status(Style style) {
    return switch (summary.status()) {
      case OK -> style.good("ok");
      case PARTIAL -> style.doubtful("partial");
      case FAILED -> style.bad("failed");
      case SUBMITTED -> style.good("submitted");
    };
  }

  private static String census(SweepCounts sweep) {
    long gone = sweep.deleted() + sweep.moved() + sweep.archived() + sweep.permissionLost();
    return Figures.whole(sweep.listed())
        + " listed, "
        + Figures.whole(sweep.known())
        + " known; "
        + Figures.whole(gone)
        + " gone ("
        + Figures.whole(sweep.deleted())
        + " deleted, "
        + Figures.whole(sweep.moved())
        + " moved, "
        + Figures.whole(sweep.archived())
        + " archived, "
        + Figures.whole(sweep.permissionLost())
        + " permission lost)";
  }

  private static String issues(RunSummary.Shards shards) {
    return Figures.whole(shards.issuesRead())
        + " read of "
        + Figures.whole(shards.issuesExpected())
        + " that Jira counted";
  }

  private static String shards(RunSummary.Shards shards) {
    String text = shards.complete() + " of " + shards.planned() + " complete";
    text += shards.mismatched() == 0 ? "" : ", " + shards.mismatched() + " short";
    return shards.failed() == 0 ? text : text + ", " + shards.failed() + " failed";
  }

  private String requests(RunSummary.Shards shards) {
    StringBuilder text = new StringBuilder(Figures.whole(summary.requests()));
    if (shards.issuesRead() > 0 && summary.sweep() == null) {
      text.append(" (")
          .append(Figures.tenths(1000.0 * summary.requests() / shards.issuesRead()))
          .append(" per 1,000 issues)");
    }
    if (summary.requestsRetried() > 0) {
      text.append(", ").append(Figures.whole(summary.requestsRetried())).append(" repeated");
    }
    if (summary.throttledMs() > 0) {
      text.append(", waited ").append(Figures.time(Duration.ofMillis(summary.throttledMs())));
    }
    return text.toString();
  }

  private String setAside() {
    return summary.failedRows() == 0
        ? "nothing"
        : Figures.count(summary.failedRows(), "row")
            + ", with raw JSON and the JQL to fetch it again in table _dead_letter";
  }

  private void tables(Lines lines, Style style) {
    int width = summary.rows().keySet().stream().mapToInt(String::length).max().orElse(0);
    lines.line("  " + style.bold(Lines.left("table", width) + Lines.right("rows", 13)));
    for (Map.Entry<String, Long> table : summary.rows().entrySet()) {
      lines.line(
          "  "
              + Lines.left(table.getKey(), width)
              + Lines.right(Figures.whole(table.getValue()), 13));
    }
  }

  static ExitCode codeOf(int number) {
    return Arrays.stream(ExitCode.values())
        .filter(code -> code.code() == number)
        .findFirst()
        .orElse(ExitCode.BUG);
  }

  private static String watermark(@Nullable Instant watermark) {
    return watermark == null ? "none yet" : minute(watermark);
  }

  private static String minute(Instant instant) {
    return instant.equals(Instant.EPOCH) ? "the beginning" : instant.toString();
  }
}
