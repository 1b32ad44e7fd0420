package dev.sluice.pipelines.cli;

import java.time.Instant;
import picocli.CommandLine.Option;

/** Both bounds of {@code [from, to)}. */
final class IntervalBounds {

  @Option(
      names = "--from",
      required = true,
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "What changed from this moment on, 2026-01-31 or 2026-01-31T08:30Z, ...")
  Instant from = Instant.EPOCH;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "TIME",
      converter = InstantText.class,
      description = "... up to and not including this one. A day is its midnight in UTC.")
  Instant to = Instant.EPOCH;
}
