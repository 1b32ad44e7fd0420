package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.run.RunFailed;
import dev.sluice.pipelines.run.RunIds;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The summary of what ended with an error, however early. */
final class FailedSummary {

  private FailedSummary() {}

  static RunSummary of(FailureReport failure, Throwable thrown, Instant now) {
    RunSummary summary = thrown instanceof RunFailed failed ? failed.summary() : neverStarted(now);
    return summary.endedWith(failure.exitCode().code(), failure.failure());
  }

  /** The summary of a run with what the exception means to the user. */
  static RunSummary told(RunSummary summary, Throwable cause) {
    FailureReport failure = FailureReport.of(cause);
    return summary.endedWith(failure.exitCode().code(), failure.failure());
  }

  private static RunSummary neverStarted(Instant now) {
    return new RunSummary(
        RunIds.next(now, new SecureRandom()),
        "",
        RunStatus.FAILED,
        null,
        now,
        now,
        Map.of(),
        0,
        0,
        0,
        0,
        null,
        List.of(),
        null,
        RunSummary.Shards.none(),
        0,
        null,
        List.of(),
        null,
        List.of());
  }
}
