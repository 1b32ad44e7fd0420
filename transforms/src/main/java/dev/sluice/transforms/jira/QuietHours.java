package dev.sluice.transforms.jira;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Hours in which people need their Jira more than a load does.
 *
 * @param days the days on which they begin
 * @param from when they begin, by the clocks of the zone
 * @param to when they end; on the next day unless it is after {@code from}
 * @param zone whose clocks count; where they are put back at a border, the hours are the longer
 * @param requestsPerSecond the most requests sent in a second meanwhile, above 0
 */
public record QuietHours(
    Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone, double requestsPerSecond)
    implements Serializable {

  /** Refuses a rate at which nothing could be sent. */
  public QuietHours {
    days = Set.copyOf(days);
    BudgetLimits.requirePositive(requestsPerSecond);
  }

  /** Returns the same hours with one JVM's share of the rate. */
  QuietHours among(int jvms) {
    return new QuietHours(days, from, to, zone, requestsPerSecond / jvms);
  }

  /** Returns whether a moment lies in the hours of one of the days. */
  boolean contains(Instant moment) {
    LocalDate today = LocalDate.ofInstant(moment, zone);
    return beginsOnAndContains(today, moment) || beginsOnAndContains(today.minusDays(1), moment);
  }

  private boolean beginsOnAndContains(LocalDate day, Instant moment) {
    if (!days.contains(day.getDayOfWeek())) {
      return false;
    }
    LocalDate lastDay = to.isAfter(from) ? day : day.plusDays(1);
    Instant begin = day.atTime(from).atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    Instant end = lastDay.atTime(to).atZone(zone).withLaterOffsetAtOverlap().toInstant();
    return !moment.isBefore(begin) && moment.isBefore(end);
  }
}
