package dev.sluice.simulator.site;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Estimates in hours, and the worklogs that use them up. */
final class Labour {
  private static final List<Integer> HOURS = List.of(1, 2, 2, 4, 4, 6, 8, 12, 16, 24, 40);
  private static final List<Integer> MINUTES = List.of(15, 30, 45, 60, 90, 120, 180, 240, 480);

  private Labour() {}

  static void plan(Scene scene) {
    if (scene.dice.chance(0.5)) {
      long seconds = scene.dice.pick(HOURS) * 3600L;
      scene.draft.begin(Tracked.ORIGINAL_ESTIMATE, Cell.seconds(seconds));
      scene.draft.begin(Tracked.REMAINING_ESTIMATE, Cell.seconds(seconds));
    }
    if (scene.journey.started().isPresent()) {
      for (int logs = scene.dice.count(2.2); logs > 0; logs--) {
        log(scene, scene.between(scene.journey.started().get(), scene.end()));
      }
    }
  }

  /** Work that began at about that moment, logged a little or a lot later. */
  static void log(Scene scene, Instant about) {
    Dice dice = scene.dice;
    Person author = scene.worker(about);
    long seconds = dice.pick(MINUTES) * 60L;
    Instant started = started(about, author.zone(), dice);
    int topic = dice.below(1 << 20);
    Instant at =
        started
            .plusSeconds(seconds + dice.below(dice.chance(0.1) ? 400_000 : 3000))
            .plusMillis(dice.below(1000));
    if (author.worksAt(at)) {
      scene.at(
          at,
          Optional.of(author),
          issue -> book(issue, new Effort(started, at, author, seconds, topic)));
    }
  }

  private static void book(Draft issue, Effort effort) {
    issue.efforts.add(effort);
    issue.touch(effort.at());
    long spent = seconds(issue.get(Tracked.TIME_SPENT)) + effort.seconds();
    issue.change(Tracked.TIME_SPENT, Cell.seconds(spent));
    if (issue.get(Tracked.REMAINING_ESTIMATE).id() != null) {
      long remaining = seconds(issue.get(Tracked.REMAINING_ESTIMATE)) - effort.seconds();
      issue.change(Tracked.REMAINING_ESTIMATE, Cell.seconds(Math.max(0, remaining)));
    } else {
      issue.change(Tracked.REMAINING_ESTIMATE, Cell.seconds(0));
    }
  }

  /** Whole minutes of the author's own clock; some work into the next day. */
  private static Instant started(Instant about, ZoneId zone, Dice dice) {
    Instant minute = Instant.ofEpochSecond(about.getEpochSecond() / 60 * 60);
    if (!dice.chance(0.04)) {
      return minute;
    }
    long local = minute.getEpochSecond() + zone.getRules().getOffset(minute).getTotalSeconds();
    return Rhythm.atLocal(Math.floorDiv(local, 86_400), 23 * 3600 + dice.below(60) * 60L, zone);
  }

  static long seconds(Cell cell) {
    return cell.id() == null ? 0 : Long.parseLong(cell.id());
  }
}
