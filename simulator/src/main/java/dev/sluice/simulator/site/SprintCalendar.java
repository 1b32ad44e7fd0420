package dev.sluice.simulator.site;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Two-week sprints of three scrum boards: closed ones, one that runs, two that are planned. */
final class SprintCalendar {
  private static final int DAYS = 14;
  private static final int PLANNED = 2;
  private static final List<Department> SCRUM =
      List.of(Department.MKTG, Department.CREA, Department.DO);

  private final Map<Department, List<Sprint>> sprints = new EnumMap<>(Department.class);

  SprintCalendar(long seed, Instant first, Instant now, ZoneId zone) {
    Dice dice = Dice.of(seed, -2);
    List<Draft> drafts = new ArrayList<>();
    for (Department project : SCRUM) {
      int shift = dice.below(DAYS);
      Instant from = first.minus(Duration.ofDays(shift));
      long day = Math.floorDiv(from.getEpochSecond(), 86_400);
      day += Math.floorMod(1 - (day + 3), 7L);
      Instant start = Rhythm.atLocal(day, 9 * 3600, zone);
      while (start.isBefore(now)) {
        drafts.add(new Draft(project, drafts.size(), day, start));
        day += DAYS;
        start = Rhythm.atLocal(day, 9 * 3600, zone);
      }
      for (int planned = 0; planned < PLANNED; planned++) {
        drafts.add(new Draft(project, drafts.size(), day, Rhythm.atLocal(day, 9 * 3600, zone)));
        day += DAYS;
      }
    }
    drafts.sort(Comparator.comparing(Draft::start).thenComparing(Draft::project));
    for (Draft draft : drafts) {
      List<Sprint> board = sprints.computeIfAbsent(draft.project, key -> new ArrayList<>());
      board.add(draft.sprint(100 + drafts.indexOf(draft), board.size(), now, zone, dice));
    }
  }

  /** The sprints of the project's scrum board, oldest first; none when it has no such board. */
  List<Sprint> of(Department project) {
    return sprints.getOrDefault(project, List.of());
  }

  static long boardOf(Department project) {
    return switch (project) {
      case MKTG -> 1;
      case CREA -> 2;
      case MEDIA -> 3;
      case EVNT -> 4;
      case DO -> 5;
      case PRINT -> 6;
    };
  }

  private record Draft(Department project, int serial, long day, Instant start) {

    Sprint sprint(long id, int position, Instant now, ZoneId zone, Dice dice) {
      Instant end = Rhythm.atLocal(day + DAYS - 1, 17 * 3600, zone);
      Instant complete =
          end.plus(dice.between(-90, 120), ChronoUnit.MINUTES).plusMillis(dice.below(1000));
      String state = complete.isBefore(now) ? "closed" : start.isBefore(now) ? "active" : "future";
      return new Sprint(
          id,
          position,
          name(position, dice),
          state,
          boardOf(project),
          dice.chance(0.3) ? "" : "Ship everything for week " + (position * 2 + 1),
          start.plusMillis(dice.below(60_000)),
          end,
          complete);
    }

    private String name(int position, Dice dice) {
      String plain = project.name() + " Sprint " + (position + 1);
      return switch (dice.below(25)) {
        case 0 -> plain + ", final=[sic]";
        case 1 -> plain + " – launch week";
        default -> plain;
      };
    }
  }
}
