package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The intervals of a stretch of time, and which of them are still to be loaded. */
public final class Backfill {

  private Backfill() {}

  /** Which intervals are loaded although they were before. */
  public enum Reprocess {
    /** None: only what was never loaded. */
    NONE,
    /** Those whose last run did not end ok. */
    FAILED,
    /** All. */
    ALL
  }

  /**
   * One interval.
   *
   * @param last how its last run ended; null when it never ran
   * @param due whether it is to be loaded
   */
  public record Step(Interval interval, @Nullable RunStatus last, boolean due) {}

  /**
   * Cuts {@code [from, to)} into intervals of one length, the last of which may be shorter.
   *
   * @param past the runs of the warehouse, the latest first
   * @param reverse begin with the newest
   */
  public static List<Step> steps(
      Instant from,
      Instant to,
      Duration length,
      Reprocess reprocess,
      boolean reverse,
      List<RunSummary> past) {
    Map<Interval, RunStatus> last = new HashMap<>();
    for (RunSummary run : past) {
      Interval interval = run.interval();
      if (interval != null) {
        last.putIfAbsent(interval, run.status());
      }
    }
    List<Step> steps = new ArrayList<>();
    for (Instant start = from; start.isBefore(to); start = start.plus(length)) {
      Instant end = start.plus(length);
      Interval interval = new Interval(start, end.isAfter(to) ? to : end);
      RunStatus status = last.get(interval);
      steps.add(new Step(interval, status, isDue(status, reprocess)));
    }
    if (reverse) {
      Collections.reverse(steps);
    }
    return List.copyOf(steps);
  }

  private static boolean isDue(@Nullable RunStatus last, Reprocess reprocess) {
    return switch (reprocess) {
      case NONE -> last == null;
      case FAILED -> last != RunStatus.OK;
      case ALL -> true;
    };
  }
}
