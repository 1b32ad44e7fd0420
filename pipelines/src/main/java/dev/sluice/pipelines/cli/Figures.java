package dev.sluice.pipelines.cli;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {

  private Figures() {}

  /** {@code 48,200}. */
  static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** One digit after the point: {@code 9.8}. */
  static String tenths(double number) {
    return String.format(Locale.ROOT, "%,.1f", number);
  }

  /** {@code 0.4 s}, {@code 12.3 s}, {@code 4:05 min}, {@code 2:30:00 h}. */
  static String time(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 60) {
      return tenths(duration.toMillis() / 1000.0) + " s";
    }
    if (seconds < 3600) {
      return String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
    }
    return String.format(
        Locale.ROOT, "%d:%02d:%02d h", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** {@code 0:05}, {@code 1:14:00}: for a line that is drawn anew. */
  static String clock(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** {@code 1 shard}, {@code 2 shards}. */
  static String count(long number, String one) {
    return whole(number) + " " + (number == 1 ? one : one + "s");
  }
}
