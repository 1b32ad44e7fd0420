package dev.sluice.pipelines.run;

import java.time.Duration;
import java.time.Instant;

/** Which interval a run was asked to load. */
public sealed interface IntervalRequest {

  /** Whether a later run that asks the same may go on where one was cut off. */
  default boolean outlivesItsRun() {
    return true;
  }

  /** The first load when nothing was loaded yet, else what changed since the last success. */
  record Automatic() implements IntervalRequest {}

  /** What changed since the last success, of which there must be one. */
  record SinceLastSuccess() implements IntervalRequest {}

  /** What changed in the last so many hours or days, by Jira's clock. */
  record Lookback(Duration length) implements IntervalRequest {

    /** The hours are counted from now. */
    @Override
    public boolean outlivesItsRun() {
      return false;
    }
  }

  /** What changed in {@code [from, to)}, whole UTC minutes. */
  record Between(Instant from, Instant to) implements IntervalRequest {}

  /** The issues that earlier runs set aside and none has loaded since. */
  record DeadLetters() implements IntervalRequest {

    /** What is open changes with every run. */
    @Override
    public boolean outlivesItsRun() {
      return false;
    }
  }

  /** What Jira has and the warehouse has not, and the other way round. */
  record Sweep() implements IntervalRequest {

    /** A census is soon out of date. */
    @Override
    public boolean outlivesItsRun() {
      return false;
    }
  }

  /** Everything, whatever was loaded before. */
  record Everything() implements IntervalRequest {}
}
