package dev.sluice.simulator.fault;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind the equals sign of a fault. */
record Argument(String fault, String text) {
  private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m|h)");

  /** A share of 1, written {@code 2%} or {@code 0.02}. */
  double share() {
    boolean percent = text.endsWith("%");
    double share =
        number(percent ? text.substring(0, text.length() - 1) : text) / (percent ? 100 : 1);
    if (share > 1) {
      throw invalid("a share of at most 100%");
    }
    return share;
  }

  /** A share that may be negative, written {@code -2%}. */
  double signedShare() {
    return text.startsWith("-") ? -new Argument(fault, text.substring(1)).share() : share();
  }

  /** A stretch of time that may be negative, written {@code -2h}. */
  Duration signedDuration() {
    return text.startsWith("-")
        ? new Argument(fault, text.substring(1)).duration().negated()
        : duration();
  }

  /** A whole number above 0. */
  int positiveCount() {
    if (count() == 0) {
      throw invalid("a whole number above 0");
    }
    return count();
  }

  /** A rate a second, written {@code 10/s} or {@code 10}. */
  double rate() {
    double rate = number(text.endsWith("/s") ? text.substring(0, text.length() - 2) : text);
    if (rate <= 0) {
      throw invalid("a rate above 0/s");
    }
    return rate;
  }

  int count() {
    double count = number(text);
    if (count != Math.rint(count) || count > Integer.MAX_VALUE) {
      throw invalid("a whole number");
    }
    return (int) count;
  }

  Duration duration() {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw invalid("a duration such as 150ms or 2s");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  private double number(String digits) {
    if (!digits.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      throw invalid("a number");
    }
    return Double.parseDouble(digits);
  }

  private IllegalArgumentException invalid(String wanted) {
    return new IllegalArgumentException(
        "fault " + fault + " wants " + wanted + ", not '" + text + "'");
  }
}
