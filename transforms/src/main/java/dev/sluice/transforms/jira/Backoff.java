package dev.sluice.transforms.jira;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Computes waits. What a server tells is a minimum, with jitter only ever added on top; without
 * that, pauses double from a first to a longest one, times 0.7 to 1.3.
 *
 * @param random numbers from 0 (inclusive) to 1 (exclusive)
 */
record Backoff(Patience patience, DoubleSupplier random) {
  private static final Duration WIDEST_SPREAD = Duration.ofSeconds(10);

  /** Returns the pause after the error with this number, counted from 0. */
  Duration afterError(int number, Optional<Duration> told) {
    return longer(told.map(this::spread).orElse(Duration.ZERO), doubled(number));
  }

  /** Returns the pause after the 429 with this number, counted from 0. */
  Duration afterThrottling(int number, Optional<Duration> told) {
    if (told.isEmpty()) {
      return doubled(number);
    }
    Duration least = spread(told.get());
    return number == 0 ? least : longer(least, doubled(number - 1));
  }

  private Duration doubled(int number) {
    double pause = patience.firstPause().toNanos() * Math.pow(2, number);
    double capped = Math.min(pause, (double) patience.longestPause().toNanos());
    return Duration.ofNanos((long) (capped * (0.7 + 0.6 * random.getAsDouble())));
  }

  private Duration spread(Duration told) {
    double widest = Math.min(told.toNanos() * 0.3, (double) WIDEST_SPREAD.toNanos());
    return told.plusNanos((long) (widest * random.getAsDouble()));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
