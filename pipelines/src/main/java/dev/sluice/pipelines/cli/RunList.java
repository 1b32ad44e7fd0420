package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs as a table.
 *
 * @param all the latest first
 * @param limit how many are shown as text; JSON has all
 */
record RunList(List<RunSummary> all, int limit) implements Report {

  private static final int RUN_WIDTH = 21;
  private static final int INTERVAL_WIDTH = 36;

  RunList {
    all = List.copyOf(all);
  }

  @Override
  public String text(Style style) {
    if (all.isEmpty()) {
      return "no run yet";
    }
    Lines lines = new Lines(0);
    lines.line(
        style.bold(
            "status   "
                + Lines.left("run", RUN_WIDTH)
                + "  "
                + Lines.left("interval (UTC)", INTERVAL_WIDTH)
                + Lines.right("issues", 10)
                + Lines.right("requests", 10)
                + Lines.right("time", 12)));
    all.stream().limit(limit).forEach(run -> lines.line(row(run, style)));
    if (all.size() > limit) {
      lines.line("... and " + Figures.whole(all.size() - limit) + " earlier; --limit shows more");
    }
    return lines.toString();
  }

  private static String row(RunSummary run, Style style) {
    return status(run, style)
        + "  "
        + Lines.left(run.runId(), RUN_WIDTH)
        + "  "
        + Lines.left(interval(run.interval()), INTERVAL_WIDTH)
        + Lines.right(Figures.whole(run.shards().issuesRead()), 10)
        + Lines.right(Figures.whole(run.requests()), 10)
        + Lines.right(Figures.time(Duration.between(run.startedAt(), run.finishedAt())), 12)
        + (run.exitCode() == 0 ? "" : "  exit " + run.exitCode());
  }

  private static String status(RunSummary run, Style style) {
    String word = Lines.left(run.status().word(), 7);
    return switch (run.status()) {
      case OK, SUBMITTED -> style.good(word);
      case PARTIAL -> style.doubtful(word);
      case FAILED -> style.bad(word);
    };
  }

  private static String interval(@Nullable Interval interval) {
    return interval == null ? "" : minute(interval.from()) + " to " + minute(interval.to());
  }

  private static String minute(Instant instant) {
    return instant.equals(Instant.EPOCH)
        ? "the beginning"
        : instant.toString().replaceFirst(":00Z$", "").replace('T', ' ');
  }

  @Override
  public Object json() {
    return Map.of("runs", all, "exit_code", exitCode().code());
  }

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }
}
