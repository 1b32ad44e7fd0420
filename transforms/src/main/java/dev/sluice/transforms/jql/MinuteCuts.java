package dev.sluice.transforms.jql;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where to cut a range of time, when issues are expected between two hints. */
final class MinuteCuts {

  private static final long DAY = Duration.ofDays(1).toMinutes();

  /** The last minute that Jira's four-digit years can say; nothing is cut beyond it. */
  private static final long LAST = minute(Instant.parse("9999-12-31T23:59:00Z"));

  private final long earliest;
  private final long now;

  MinuteCuts(Optional<Instant> earliest, Instant now) {
    this.earliest = earliest.map(MinuteCuts::minute).orElse(Long.MIN_VALUE);
    this.now = minute(now);
  }

  /**
   * A whole minute strictly inside the range; empty if there is none.
   *
   * @param share the part of the expected issues that should come before the cut, in (0, 1)
   */
  Optional<Instant> cut(DateRange range, double share) {
    long from = minute(range.from());
    long end = range.to().map(MinuteCuts::minute).orElse(Long.MAX_VALUE);
    long low = from < earliest && earliest < end ? earliest : from;
    long high = from < now && now < end ? now : end;
    if (high == Long.MAX_VALUE && low == from) {
      return beyondNow(from);
    }
    if (high != Long.MAX_VALUE && high - low >= 2) {
      long width = high - low;
      return at(low + Math.min(Math.max(Math.round(width * share), 1), width - 1));
    }
    if (low > from) {
      return at(low);
    }
    return high < end ? at(high) : Optional.empty();
  }

  /** Clocks set wrong stamp issues in the future, nobody knows how far: leap in doubling steps. */
  private Optional<Instant> beyondNow(long from) {
    long cut = Math.min(from + Math.max(DAY, from - now), LAST);
    return cut > from ? at(cut) : Optional.empty();
  }

  private static Optional<Instant> at(long minute) {
    return Optional.of(Instant.ofEpochSecond(Math.multiplyExact(minute, 60L)));
  }

  private static long minute(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), 60L);
  }
}
