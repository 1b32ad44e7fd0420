package dev.sluice.schemas.value;

import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;

/**
 * {@code yyyy-MM-ddTHH:mm:ss.SSS+hhmm} and its kin, the form of nearly every stamp Jira sends,
 * without the allocations of a formatter: an issue carries dozens. The fraction has up to 9 digits
 * or is missing; the offset is {@code Z}, {@code +hhmm} or {@code +hh:mm}.
 */
final class FastTimestamp {

  static final long NONE = Long.MIN_VALUE;

  private static final int FRACTION = "yyyy-MM-ddTHH:mm:ss".length();
  private static final int MAX_LENGTH = "yyyy-MM-ddTHH:mm:ss.SSSSSSSSS+hh:mm".length();
  private static final long SECOND_MICROS = 1_000_000L;
  private static final int INVALID = -1;
  private static final int MICROS_DIGITS = 6;
  private static final int[] TO_MICROS = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};

  private FastTimestamp() {}

  /**
   * Returns epoch microseconds, finer digits cut off; {@link #NONE} for any other form, valid or
   * not.
   */
  static long micros(String text) {
    int length = text.length();
    if (length <= FRACTION
        || length > MAX_LENGTH
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return NONE;
    }
    int offsetStart = text.charAt(FRACTION) == '.' ? endOfDigits(text, FRACTION + 1) : FRACTION;
    int day = epochDay(text);
    int second = secondOfDay(text);
    int fraction = fraction(text, offsetStart);
    int offset = offsetSeconds(text, offsetStart);
    if (day == Integer.MIN_VALUE
        || second == INVALID
        || fraction == INVALID
        || offset == Integer.MIN_VALUE) {
      return NONE;
    }
    return (day * 86_400L + second - offset) * SECOND_MICROS + fraction;
  }

  private static int epochDay(String text) {
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 2);
    int day = digits(text, 8, 2);
    boolean valid =
        (year | month | day) >= 0
            && (month >= 1 && month <= 12)
            && (day >= 1 && day <= lengthOfMonth(year, month));
    return valid ? (int) LocalDate.of(year, month, day).toEpochDay() : Integer.MIN_VALUE;
  }

  private static int secondOfDay(String text) {
    int hour = digits(text, 11, 2);
    int minute = digits(text, 14, 2);
    int second = digits(text, 17, 2);
    boolean valid = (hour | minute | second) >= 0 && hour < 24 && minute < 60 && second < 60;
    return valid ? (hour * 60 + minute) * 60 + second : INVALID;
  }

  private static int fraction(String text, int end) {
    int count = end - FRACTION - 1;
    if (count == INVALID) {
      return 0;
    }
    if (count < 1 || count > 9) {
      return INVALID;
    }
    int kept = Math.min(count, MICROS_DIGITS);
    return digits(text, FRACTION + 1, kept) * TO_MICROS[kept];
  }

  private static int offsetSeconds(String text, int start) {
    int left = text.length() - start;
    if (left == 1) {
      return text.charAt(start) == 'Z' ? 0 : Integer.MIN_VALUE;
    }
    boolean colon = left == 6 && text.charAt(start + 3) == ':';
    if (left != 5 && !colon) {
      return Integer.MIN_VALUE;
    }
    int sign = sign(text.charAt(start));
    int hour = digits(text, start + 1, 2);
    int minute = digits(text, text.length() - 2, 2);
    boolean valid =
        sign != 0 && (hour | minute) >= 0 && minute < 60 && hour * 60 + minute <= 18 * 60;
    return valid ? sign * (hour * 60 + minute) * 60 : Integer.MIN_VALUE;
  }

  private static int sign(char c) {
    return c == '+' ? 1 : c == '-' ? -1 : 0;
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static int digits(String text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return INVALID;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static int lengthOfMonth(int year, int month) {
    return Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
  }
}
