package dev.sluice.simulator.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The department as every issue finds it. */
record Stage(
    long seed,
    Instant first,
    Instant now,
    ZoneId zone,
    People people,
    SprintCalendar calendar,
    Shelf shelf,
    Roster roster) {

  static Stage set(long seed, int issues, Instant now, ZoneId zone, Instant first) {
    return new Stage(
        seed,
        first,
        now,
        zone,
        new People(seed, now),
        new SprintCalendar(seed, first, now, zone),
        new Shelf(LocalDate.ofInstant(first, zone), LocalDate.ofInstant(now, zone)),
        RosterPlan.draw(seed, issues, first, now, zone));
  }

  /** When the budget field was renamed: older histories call it by its old name. */
  Instant renamed() {
    return first.plus(Duration.between(first, now).dividedBy(2));
  }

  /** The dice of one issue; each use of an issue has its own stream. */
  Dice dice(int position, int use) {
    return Dice.of(seed, position * 16L + use);
  }
}
