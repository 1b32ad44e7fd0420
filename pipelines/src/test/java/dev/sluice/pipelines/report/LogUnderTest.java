package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** A log of runs that nobody ran. */
final class LogUnderTest {

  private LogUnderTest() {}

  /** Hourly runs of three days, some short, one made good, one not. */
  static RunLog hourly() {
    RunLog log = RunLog.EMPTY;
    Random random = new Random(11);
    Instant first = RunsUnderTest.START.minus(Duration.ofHours(70));
    Instant watermark = first.minus(Duration.ofMinutes(70));
    for (int hour = 0; hour <= 70; hour++) {
      Instant start = first.plus(Duration.ofHours(hour));
      RunStatus status =
          switch (hour) {
            case 23 -> RunStatus.FAILED;
            case 41, 42 -> RunStatus.PARTIAL;
            default -> RunStatus.OK;
          };
      Interval interval =
          new Interval(
              watermark.minus(Duration.ofMinutes(10)), start.minus(Duration.ofMinutes(10)));
      watermark = status == RunStatus.OK ? interval.to() : watermark;
      log = log.with(run(start, interval, status, watermark, random));
    }
    return log;
  }

  private static LoggedRun run(
      Instant start, Interval interval, RunStatus status, Instant watermark, Random random) {
    long issues = status == RunStatus.FAILED ? 0 : 40 + random.nextInt(260);
    return new LoggedRun(
        start.toString().replaceAll("[-:]", "").replace("Z", "Z-") + "0a1b",
        status,
        interval,
        start,
        start.plusSeconds(20 + issues / 3 + random.nextInt(25)),
        issues,
        issues * 31,
        12 + issues / 50,
        0,
        watermark,
        status == RunStatus.OK ? null : "not what Jira counts: shard s0000 of 1",
        true);
  }
}
