package dev.sluice.simulator.search;

import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.jql.Operand;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** {@code now()}, {@code startOfDay(-1)}, {@code endOfMonth()} and their family. */
record DateFunction(Operand.Call call, ZonedDateTime now) {
  /**
   * The moment the call means.
   *
   * @throws JqlException when there is no such function
   */
  ZonedDateTime moment() {
    String name = call.function().toLowerCase(Locale.ROOT);
    if (name.equals("now") || name.equals("currentlogin") || name.equals("lastlogin")) {
      return now;
    }
    boolean start = name.startsWith("startof");
    if (!start && !name.startsWith("endof")) {
      throw unknown();
    }
    char unit =
        switch (name.substring(start ? 7 : 5)) {
          case "day" -> 'd';
          case "week" -> 'w';
          case "month" -> 'M';
          case "year" -> 'y';
          default -> throw unknown();
        };
    ZonedDateTime shifted = now;
    for (String argument : call.arguments()) {
      if (!Period.matches(argument)) {
        throw new JqlException(
            "Invalid argument '" + argument + "' of function '" + call.function() + "'.");
      }
      shifted = Period.parse(argument, unit).addTo(shifted);
    }
    ZonedDateTime floor = floor(shifted.truncatedTo(ChronoUnit.DAYS), unit);
    return start ? floor : ceiling(floor, unit).minusNanos(1_000_000);
  }

  private static ZonedDateTime floor(ZonedDateTime day, char unit) {
    return switch (unit) {
      case 'w' -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
      case 'M' -> day.withDayOfMonth(1);
      case 'y' -> day.withDayOfYear(1);
      default -> day;
    };
  }

  private static ZonedDateTime ceiling(ZonedDateTime floor, char unit) {
    return switch (unit) {
      case 'w' -> floor.plusWeeks(1);
      case 'M' -> floor.plusMonths(1);
      case 'y' -> floor.plusYears(1);
      default -> floor.plusDays(1);
    };
  }

  private JqlException unknown() {
    return new JqlException("Unable to find JQL function '" + call.function() + "()'.");
  }
}
