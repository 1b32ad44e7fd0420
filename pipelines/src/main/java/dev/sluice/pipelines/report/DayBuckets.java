package dev.sluice.pipelines.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Days put together until they fit the width of a page, without a gap. */
record DayBuckets(Grain grain, List<Bucket> buckets) {

  private static final int MOST = 120;

  /** How much time a bucket is. */
  enum Grain {
    DAY("day"),
    WEEK("week"),
    MONTH("month"),
    YEAR("year");

    private final String word;

    Grain(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    /** Its name by the first of its days. */
    String name(LocalDate start) {
      return switch (this) {
        case DAY, WEEK -> start.toString();
        case MONTH -> YearMonth.from(start).toString();
        case YEAR -> Integer.toString(start.getYear());
      };
    }

    LocalDate startOf(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case YEAR -> day.withDayOfYear(1);
      };
    }

    LocalDate after(LocalDate start) {
      return switch (this) {
        case DAY -> start.plusDays(1);
        case WEEK -> start.plusWeeks(1);
        case MONTH -> start.plusMonths(1);
        case YEAR -> start.plusYears(1);
      };
    }

    private long between(LocalDate first, LocalDate last) {
      return switch (this) {
        case DAY -> ChronoUnit.DAYS.between(first, last);
        case WEEK -> ChronoUnit.WEEKS.between(first, last);
        case MONTH -> ChronoUnit.MONTHS.between(first, last);
        case YEAR -> ChronoUnit.YEARS.between(first, last);
      };
    }
  }

  record Bucket(LocalDate start, long issues) {}

  /** Of at least one day; beyond the years that fit, only the newest are told. */
  static DayBuckets of(Map<LocalDate, Long> days) {
    TreeSet<LocalDate> known = new TreeSet<>(days.keySet());
    Grain grain = Grain.YEAR;
    for (Grain candidate : Grain.values()) {
      if (candidate.between(known.first(), known.last()) < MOST) {
        grain = candidate;
        break;
      }
    }
    Map<LocalDate, Long> counts = new TreeMap<>();
    for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
      counts.merge(grain.startOf(day.getKey()), day.getValue(), Long::sum);
    }
    LocalDate last = grain.startOf(known.last());
    LocalDate start = grain.startOf(known.first());
    if (start.isBefore(last.minusYears(MOST))) {
      start = last.minusYears(MOST);
    }
    List<Bucket> buckets = new ArrayList<>();
    for (; !start.isAfter(last); start = grain.after(start)) {
      buckets.add(new Bucket(start, counts.getOrDefault(start, 0L)));
    }
    return new DayBuckets(grain, buckets);
  }

  /** The name of a bucket, counted from 0. */
  String name(int bucket) {
    return grain.name(buckets.get(bucket).start());
  }

  long most() {
    return buckets.stream().mapToLong(Bucket::issues).max().orElse(0);
  }
}
