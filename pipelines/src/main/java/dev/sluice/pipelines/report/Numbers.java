package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as a page shows them: short, aligned, UTC. */
final class Numbers {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** What comes before the month, and before the hour. */
  private static final int YEAR = "2026-".length();

  private static final int DAY = "2026-11-24 ".length();

  private Numbers() {}

  static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String tenths(double number) {
    return String.format(Locale.ROOT, "%,.1f", number);
  }

  /** {@code 1 issue}, {@code 2 issues}. */
  static String count(long number, String one) {
    return whole(number) + " " + (number == 1 ? one : one + "s");
  }

  /** With a sign that is as wide as a digit. */
  static String change(long difference) {
    return difference == 0 ? "±0" : (difference > 0 ? "+" : "−") + whole(Math.abs(difference));
  }

  /** Only all is 100 %, and only none is 0 %. */
  static String share(long part, long all) {
    if (part <= 0 || all <= 0) {
      return "0 %";
    }
    if (part >= all) {
      return "100 %";
    }
    double percent = 100.0 * part / all;
    if (percent < 0.1) {
      return "< 0.1 %";
    }
    return percent > 99.9
        ? "> 99.9 %"
        : String.format(Locale.ROOT, percent < 10 || percent > 99 ? "%.1f %%" : "%.0f %%", percent);
  }

  /** {@code 0.4 s}, {@code 12 s}, {@code 4 min 05 s}, {@code 2 h 30 min}, {@code 3 d 04 h}. */
  static String time(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 10) {
      return tenths(duration.toMillis() / 1000.0) + " s";
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3_600) {
      return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
    long hours = seconds / 3_600;
    return hours < 48
        ? String.format(Locale.ROOT, "%d h %02d min", hours, seconds / 60 % 60)
        : String.format(Locale.ROOT, "%d d %02d h", hours / 24, hours % 24);
  }

  static String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  static String second(Instant instant) {
    return SECOND.format(instant);
  }

  /** The day and the year are told once when they stay the same. */
  static String interval(Interval interval) {
    if (interval.from().equals(Instant.EPOCH)) {
      return "up to " + minute(interval.to());
    }
    String from = minute(interval.from());
    String to = minute(interval.to());
    int told =
        from.startsWith(to.substring(0, 10)) ? DAY : from.startsWith(to.substring(0, 5)) ? YEAR : 0;
    return from + " – " + to.substring(told);
  }
}
