package dev.sluice.schemas.layout;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the issues of a run, or of a part of it, look like: counted while they were written, so that
 * nobody has to read them again to know.
 *
 * @param issues how many there are
 * @param filled by column, in the order of the table, how many have something there; an empty list
 *     is nothing
 * @param dayOf the column that {@link #days} is about
 * @param days how many issues fall on a day, UTC; those whose column is null fall on none
 */
public record IssueProfile(
    long issues, Map<String, Long> filled, String dayOf, Map<LocalDate, Long> days) {

  public IssueProfile {
    filled = Collections.unmodifiableMap(new LinkedHashMap<>(filled));
    days = Collections.unmodifiableMap(new TreeMap<>(days));
  }

  /** Both together; {@code other} is of the same run. */
  public IssueProfile with(IssueProfile other) {
    Map<String, Long> allFilled = new LinkedHashMap<>(filled);
    other.filled.forEach((column, count) -> allFilled.merge(column, count, Long::sum));
    Map<LocalDate, Long> allDays = new TreeMap<>(days);
    other.days.forEach((day, count) -> allDays.merge(day, count, Long::sum));
    return new IssueProfile(issues + other.issues, allFilled, dayOf, allDays);
  }
}
