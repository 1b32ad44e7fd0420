package dev.sluice.pipelines.run;

import java.time.Duration;
import java.time.Instant;

/** Which interval a run was asked to load. */
public sealed interface IntervalRequest {

  /** The first load when nothing was loaded yet, else what changed since the last success. */
  record Automatic() implements IntervalRequest {}

  /** What changed since the last success, of which there must be one. */
  record SinceLastSuccess() implements IntervalRequest {}

  /** What changed in the last so many hours or days, by Jira's clock. */
  record Lookback(Duration length) implements IntervalRequest {}

  /** What changed in {@code [from, to)}, whole UTC minutes. */
  record Between(Instant from, Instant to) implements IntervalRequest {}

  /** Everything, whatever was loaded before. */
  record Everything() implements IntervalRequest {}
}
