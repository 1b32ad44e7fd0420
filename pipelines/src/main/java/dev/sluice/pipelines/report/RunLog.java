package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.RunStatus;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The runs of a warehouse as its page shows them: the newest one by one, those before them by
 * months. So a run costs its page the same after ten years as after a week.
 *
 * @param runs in the order in which they began, at most {@link #KEPT}
 * @param months what is older, the oldest first
 */
record RunLog(List<LoggedRun> runs, List<Month> months) {

  /** A month of runs that start every hour. */
  static final int KEPT = 750;

  static final RunLog EMPTY = new RunLog(List.of(), List.of());

  RunLog {
    runs = List.copyOf(runs);
    months = List.copyOf(months);
  }

  /** The runs of one month, UTC, that are no longer told one by one. */
  record Month(String month, long runs, long ok, long partial, long failed, long issues) {

    private Month with(LoggedRun run) {
      return new Month(
          month,
          runs + 1,
          ok + (run.isOk() ? 1 : 0),
          partial + (run.status() == RunStatus.PARTIAL ? 1 : 0),
          failed + (run.status() == RunStatus.FAILED ? 1 : 0),
          issues + run.issues());
    }
  }

  /** The log with a run that has ended, for the first time or once more. */
  RunLog with(LoggedRun run) {
    boolean known = runs.stream().anyMatch(each -> each.runId().equals(run.runId()));
    if (!known && runs.size() == KEPT && LoggedRun.BY_START.compare(run, runs.get(0)) < 0) {
      return new RunLog(runs, monthsWith(List.of(run)));
    }
    List<LoggedRun> all = new ArrayList<>(runs);
    all.removeIf(each -> each.runId().equals(run.runId()));
    all.add(run);
    all.sort(LoggedRun.BY_START);
    int tooMany = Math.max(0, all.size() - KEPT);
    return new RunLog(all.subList(tooMany, all.size()), monthsWith(all.subList(0, tooMany)));
  }

  private List<Month> monthsWith(List<LoggedRun> leaving) {
    Map<String, Month> byMonth = new TreeMap<>();
    months.forEach(month -> byMonth.put(month.month(), month));
    for (LoggedRun run : leaving) {
      String name = YearMonth.from(run.startedAt().atOffset(ZoneOffset.UTC)).toString();
      byMonth.put(name, byMonth.getOrDefault(name, new Month(name, 0, 0, 0, 0, 0)).with(run));
    }
    return List.copyOf(byMonth.values());
  }

  /** Of the runs that published something, the one that ended last before a moment. */
  Optional<LoggedRun> publishedBefore(Instant moment) {
    return runs.stream()
        .filter(run -> run.rows() > 0 && run.finishedAt().isBefore(moment))
        .max(Comparator.comparing(LoggedRun::finishedAt));
  }

  Optional<LoggedRun> newest() {
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
  }

  /** Up to where everything is there. */
  Optional<Instant> watermark() {
    return runs.stream()
        .flatMap(run -> Optional.ofNullable(run.watermark()).stream())
        .max(Instant::compareTo);
  }

  /** Runs that came short of their interval, and that no later run made good. */
  List<LoggedRun> open() {
    return runs.stream()
        .filter(run -> !run.isOk())
        .filter(run -> runs.stream().noneMatch(later -> later.covers(run)))
        .toList();
  }
}
