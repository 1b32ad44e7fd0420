package dev.sluice.simulator.search;

import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch such as {@code -1w 2d}: the sign holds for all of it, a bare number has a default. */
record Period(long months, long minutes) {
  private static final Pattern FORM = Pattern.compile("[+-]?\\s*(?:\\d{1,18}\\s*[yMwdhm]?\\s*)+");
  private static final Pattern PART = Pattern.compile("(\\d+)\\s*([yMwdhm]?)");

  static boolean matches(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * @throws ArithmeticException when the stretch does not fit
   */
  static Period parse(String text, char defaultUnit) {
    long months = 0;
    long minutes = 0;
    for (Matcher part = PART.matcher(text); part.find(); ) {
      long amount = Long.parseLong(part.group(1));
      char unit = part.group(2).isEmpty() ? defaultUnit : part.group(2).charAt(0);
      switch (unit) {
        case 'y' -> months += Math.multiplyExact(amount, 12);
        case 'M' -> months += amount;
        case 'w' -> minutes += Math.multiplyExact(amount, 7 * 24 * 60);
        case 'd' -> minutes += Math.multiplyExact(amount, 24 * 60);
        case 'h' -> minutes += Math.multiplyExact(amount, 60);
        default -> minutes += amount;
      }
    }
    return text.startsWith("-") ? new Period(-months, -minutes) : new Period(months, minutes);
  }

  /** Saturates: a stretch beyond the calendar ends at its edge, as silently as Jira does it. */
  ZonedDateTime addTo(ZonedDateTime moment) {
    long most = 500_000_000L * 60;
    return moment.plusMonths(months).plusMinutes(Math.max(-most, Math.min(most, minutes)));
  }
}
