package dev.sluice.simulator.search;

import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.jql.Operand;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a date field is compared with, as Jira does: digits without quotes are epoch
 * milliseconds, digits in quotes are minutes from now, and dates are in the zone of the account.
 */
final class DateLiterals {
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})(?: (\\d{1,2}):(\\d{2}))?");

  private static final Pattern MILLIS = Pattern.compile("-?\\d{1,18}");

  private final Clock clock;
  private final ZoneId accountZone;

  DateLiterals(Clock clock, ZoneId accountZone) {
    this.clock = clock;
    this.accountZone = accountZone;
  }

  /**
   * The stretch of time a literal names: one millisecond, a minute or a day, by its precision.
   * Comparisons look at its start; equality takes the whole stretch.
   */
  TimeWindow read(String field, Operand operand) {
    if (operand instanceof Operand.Value value) {
      return value(field, value);
    }
    if (operand instanceof Operand.Call call) {
      return instant(new DateFunction(call, now()).moment().toInstant());
    }
    throw new JqlException("The field '" + field + "' needs a date to be compared with.");
  }

  /** Whether the literal means another time when it is read later. */
  static boolean relative(Operand operand) {
    return operand instanceof Operand.Call
        || (operand instanceof Operand.Value value
            && !DATE.matcher(value.text()).matches()
            && (value.quoted() || !MILLIS.matcher(value.text()).matches()));
  }

  ZoneId accountZone() {
    return accountZone;
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(accountZone);
  }

  private TimeWindow value(String field, Operand.Value value) {
    String text = value.text().strip();
    if (!value.quoted() && MILLIS.matcher(text).matches()) {
      long millis = Long.parseLong(text);
      return new TimeWindow(millis, millis + 1);
    }
    try {
      if (Period.matches(text)) {
        return instant(Period.parse(text, 'm').addTo(now()).toInstant());
      }
      Matcher date = DATE.matcher(text);
      if (date.matches()) {
        return date(date);
      }
    } catch (DateTimeException | ArithmeticException impossible) {
      throw invalid(field, value);
    }
    throw invalid(field, value);
  }

  private TimeWindow date(Matcher date) {
    LocalDate day =
        LocalDate.of(
            Integer.parseInt(date.group(1)),
            Integer.parseInt(date.group(3)),
            Integer.parseInt(date.group(4)));
    if (date.group(5) == null) {
      return new TimeWindow(
          millis(day.atStartOfDay(accountZone)), millis(day.plusDays(1).atStartOfDay(accountZone)));
    }
    LocalDateTime minute =
        day.atTime(Integer.parseInt(date.group(5)), Integer.parseInt(date.group(6)));
    // An hour that occurs twice is taken as standard time, the later one, like java.util.Calendar.
    long start = millis(minute.atZone(accountZone).withLaterOffsetAtOverlap());
    return new TimeWindow(start, start + 60_000);
  }

  private static TimeWindow instant(Instant instant) {
    return new TimeWindow(instant.toEpochMilli(), instant.toEpochMilli() + 1);
  }

  private static long millis(ZonedDateTime moment) {
    return moment.toInstant().toEpochMilli();
  }

  private static JqlException invalid(String field, Operand.Value value) {
    return new JqlException(
        "Date value '"
            + value.text()
            + "' for field '"
            + field
            + "' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm',"
            + " 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.");
  }
}
