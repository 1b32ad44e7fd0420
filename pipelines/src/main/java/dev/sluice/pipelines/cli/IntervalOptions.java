package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.run.IntervalRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What to load; at most one of these. */
final class IntervalOptions {

  @ArgGroup(exclusive = false)
  @Nullable IntervalBounds between;

  @Option(
      names = "--since-last-success",
      description = "What changed since the last run that ended well.")
  boolean sinceLastSuccess;

  @Option(
      names = "--lookback",
      paramLabel = "2d",
      converter = LookbackText.class,
      description = "What changed in the last minutes (90m), hours (6h) or days (2d).")
  @Nullable Duration lookback;

  @Option(names = "--full", description = "Everything once more.")
  boolean full;

  @Option(
      names = "--replay-dead-letters",
      description = "The issues that earlier runs set aside, once more.")
  boolean replayDeadLetters;

  /** The request behind the options; null stands for none of them. */
  static IntervalRequest request(@Nullable IntervalOptions options) {
    if (options == null) {
      return new IntervalRequest.Automatic();
    }
    if (options.between != null) {
      return between(options.between);
    }
    if (options.lookback != null) {
      return new IntervalRequest.Lookback(options.lookback);
    }
    if (options.replayDeadLetters) {
      return new IntervalRequest.DeadLetters();
    }
    if (options.full) {
      return new IntervalRequest.Everything();
    }
    return options.sinceLastSuccess
        ? new IntervalRequest.SinceLastSuccess()
        : new IntervalRequest.Automatic();
  }

  private static IntervalRequest between(IntervalBounds bounds) {
    if (bounds.to.isBefore(bounds.from)) {
      throw new UsageException(
          "--to " + bounds.to + " is before --from " + bounds.from, "swap the two");
    }
    return new IntervalRequest.Between(bounds.from, bounds.to);
  }
}
