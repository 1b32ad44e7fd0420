package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One run in the log of runs: a line of the page over all of them.
 *
 * @param interval null when the run failed before it was known
 * @param rows rows published, all tables together
 * @param setAside issues that are not in the tables although Jira sent them
 * @param problem what happened, cut short; null when nothing did
 * @param reported whether the run has a page
 */
record LoggedRun(
    String runId,
    RunStatus status,
    @Nullable Interval interval,
    Instant startedAt,
    Instant finishedAt,
    long issues,
    long rows,
    long requests,
    long setAside,
    @Nullable Instant watermark,
    @Nullable String problem,
    boolean reported) {

  /** The order in which they began. */
  static final Comparator<LoggedRun> BY_START =
      Comparator.comparing(LoggedRun::startedAt).thenComparing(LoggedRun::runId);

  private static final int LONGEST_PROBLEM = 300;

  static LoggedRun of(RunSummary summary, boolean reported) {
    RunSummary.Failure error = summary.error();
    return new LoggedRun(
        summary.runId(),
        summary.status(),
        summary.interval(),
        summary.startedAt(),
        summary.finishedAt(),
        summary.shards().issuesRead(),
        summary.rows().values().stream().mapToLong(rows -> rows).sum(),
        summary.requests(),
        summary.failedRows(),
        summary.watermark(),
        error == null ? null : cut(error.message()),
        reported);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_PROBLEM ? text : text.substring(0, LONGEST_PROBLEM) + "…";
  }

  boolean isOk() {
    return status == RunStatus.OK;
  }

  Duration took() {
    return Duration.between(startedAt, finishedAt);
  }

  /** Whether this run has read all that another was to read. */
  boolean covers(LoggedRun other) {
    if (!isOk() || !finishedAt.isAfter(other.finishedAt)) {
      return false;
    }
    if (interval == null || other.interval == null) {
      return true;
    }
    return !interval.from().isAfter(other.interval.from())
        && !interval.to().isBefore(other.interval.to());
  }
}
