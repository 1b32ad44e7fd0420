package dev.sluice.simulator.site;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** When people work: on weekdays between eight and seven, by the clock of their own zone. */
final class Rhythm {
  private static final long DAY_SECONDS = 86_400;
  private static final int FIRST_HOUR = 8;
  private static final int LAST_HOUR = 19;

  private Rhythm() {}

  /** The first working moment not before {@code wish}; now and then somebody works late. */
  static Instant working(Instant wish, ZoneId zone, Dice dice) {
    if (dice.chance(0.03)) {
      return wish;
    }
    long local = wish.getEpochSecond() + zone.getRules().getOffset(wish).getTotalSeconds();
    long day = Math.floorDiv(local, DAY_SECONDS);
    long second = Math.floorMod(local, DAY_SECONDS);
    boolean moved = false;
    if (second >= LAST_HOUR * 3600L) {
      day++;
      moved = true;
    }
    int weekday = (int) Math.floorMod(day + 3, 7L);
    if (weekday > 4) {
      day += 7 - weekday;
      moved = true;
    }
    if (moved || second < FIRST_HOUR * 3600L) {
      second = FIRST_HOUR * 3600L + dice.below(3 * 3600);
      return atLocal(day, second, zone).plusMillis(dice.below(1000));
    }
    return wish;
  }

  /** Some days and hours after {@code start}, at a working moment. */
  static Instant later(Instant start, double hours, ZoneId zone, Dice dice) {
    long millis = (long) (hours * 3_600_000L) + dice.below(600_000) + 1000;
    return working(start.plus(Duration.ofMillis(millis)), zone, dice);
  }

  /** A second of a local day; in the gap of a clock change the moment just after it. */
  static Instant atLocal(long epochDay, long secondOfDay, ZoneId zone) {
    long local = epochDay * DAY_SECONDS + secondOfDay;
    int guess = zone.getRules().getOffset(Instant.ofEpochSecond(local)).getTotalSeconds();
    int offset = zone.getRules().getOffset(Instant.ofEpochSecond(local - guess)).getTotalSeconds();
    return Instant.ofEpochSecond(local - offset);
  }
}
