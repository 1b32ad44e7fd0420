package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.run.RunProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the progress of a run into one line, short enough for a terminal of 80 columns. */
final class ProgressLine {

  private ProgressLine() {}

  static String of(RunProgress progress) {
    List<String> parts = new ArrayList<>();
    parts.add(progress.shardsDone() + "/" + progress.shardsPlanned() + " shards");
    parts.add(
        Figures.whole(progress.issuesRead())
            + "/"
            + Figures.whole(progress.issuesExpected())
            + " issues");
    parts.add(Figures.whole(Math.round(issuesPerSecond(progress))) + "/s");
    parts.add(
        Figures.tenths(progress.requestRate())
            + "/"
            + Figures.tenths(progress.allowedRate())
            + " requests/s");
    remaining(progress).ifPresent(time -> parts.add("ETA " + Figures.clock(time)));
    if (!progress.waited().isZero()) {
      parts.add("waited " + Figures.clock(progress.waited()));
    }
    return String.join(" | ", parts);
  }

  /** By the pace so far; empty while nothing is known of it. */
  private static Optional<Duration> remaining(RunProgress progress) {
    long left = progress.issuesExpected() - progress.issuesRead();
    double pace = issuesPerSecond(progress);
    return left <= 0 || pace <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(Math.max(1, Math.round(left / pace))));
  }

  private static double issuesPerSecond(RunProgress progress) {
    double seconds = progress.elapsed().toMillis() / 1000.0;
    return seconds <= 0 ? 0 : progress.issuesRead() / seconds;
  }
}
