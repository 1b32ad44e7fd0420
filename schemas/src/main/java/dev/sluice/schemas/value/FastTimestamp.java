package dev.sluice.schemas.value;

import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;

/**
 * {@code yyyy-MM-ddTHH:mm:ss.SSS+hhmm}, the form of nearly every stamp Jira sends, without the
 * allocations of a formatter: an issue carries dozens.
 */
final class FastTimestamp {

  static final long NONE = Long.MIN_VALUE;

  private static final int LENGTH = "yyyy-MM-ddTHH:mm:ss.SSS+hhmm".length();
  private static final long DAY_MILLIS = 86_400_000L;

  private FastTimestamp() {}

  /** Returns epoch milliseconds; {@link #NONE} for any other form, valid or not. */
  static long millis(String text) {
    if (text.length() != LENGTH
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':'
        || text.charAt(19) != '.') {
      return NONE;
    }
    int sign = sign(text.charAt(23));
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 2);
    int day = digits(text, 8, 2);
    int hour = digits(text, 11, 2);
    int minute = digits(text, 14, 2);
    int second = digits(text, 17, 2);
    int millis = digits(text, 20, 3);
    int offsetHour = digits(text, 24, 2);
    int offsetMinute = digits(text, 26, 2);
    boolean digits =
        (year | month | day | hour | minute | second | millis | offsetHour | offsetMinute) >= 0;
    boolean valid =
        digits
            && sign != 0
            && (month >= 1 && month <= 12)
            && (day >= 1 && day <= lengthOfMonth(year, month))
            && (hour < 24 && minute < 60 && second < 60)
            && (offsetMinute < 60 && offsetHour * 60 + offsetMinute <= 18 * 60);
    if (!valid) {
      return NONE;
    }
    long ofDay = ((hour * 60L + minute) * 60L + second) * 1000L + millis;
    long offset = sign * (offsetHour * 60L + offsetMinute) * 60_000L;
    return LocalDate.of(year, month, day).toEpochDay() * DAY_MILLIS + ofDay - offset;
  }

  private static int sign(char c) {
    return c == '+' ? 1 : c == '-' ? -1 : 0;
  }

  private static int digits(String text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static int lengthOfMonth(int year, int month) {
    return Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
  }
}
