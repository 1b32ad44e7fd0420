package dev.sluice.simulator.site;

import dev.sluice.simulator.site.Journey.Stop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a campaign comes to its launch. A campaign that slips stays too long in one status, and while
 * it does, its launch date is moved: the history of the date tells the slip, the history of the
 * status the reason.
 *
 * @param planned the launch date it was created with
 * @param announced the launch dates it was given later, each with the moment
 */
record Launch(Journey journey, LocalDate planned, List<Announcement> announced) {
  private static final List<Status> WHERE_IT_SLIPS =
      List.of(Status.WAITING_FOR_BUDGET, Status.IN_PRODUCTION, Status.LEGAL_APPROVAL);

  /** Another launch date is agreed on. */
  record Announcement(Instant at, LocalDate day) {}

  static Launch draw(Stage stage, int position, Dice dice) {
    Instant created = stage.roster().created(position);
    double leadHours = dice.between(35, 100) * 24;
    LocalDate planned =
        weekday(LocalDate.ofInstant(created, stage.zone()).plusDays((long) leadHours / 24));
    Optional<Status> slipsIn =
        dice.chance(0.45) ? Optional.of(dice.pick(WHERE_IT_SLIPS)) : Optional.empty();
    List<Stop> all = new ArrayList<>();
    Instant time = created;
    for (Workflow.Step step : Workflow.of(Kind.CAMPAIGN, Department.MKTG).steps()) {
      if (step.status() == Status.LIVE) {
        time = notBefore(planned, time, stage, dice);
      }
      all.add(new Stop(time, step.status()));
      double hours = leadHours * step.hours() / 100 * (0.6 + 0.35 * dice.fraction());
      if (slipsIn.isPresent() && slipsIn.get() == step.status()) {
        hours += dice.between(leadHours > 1200 ? 15 : 10, 55) * 24;
      }
      if (step.status() == Status.LIVE) {
        hours = dice.between(14, 45) * 24;
      }
      time = Rhythm.later(time, hours, stage.zone(), dice);
    }
    LocalDate actual = LocalDate.ofInstant(all.get(6).at(), stage.zone());
    List<Announcement> announced = announce(planned, actual, created, stage, dice);
    List<Stop> stops = all.stream().filter(stop -> !stop.at().isAfter(stage.now())).toList();
    return new Launch(Journey.of(dice.chance(0.05) ? cancel(stops) : stops), planned, announced);
  }

  /** When it went live, if it did. */
  Optional<Instant> live() {
    return journey.stops().stream()
        .filter(stop -> stop.status() == Status.LIVE)
        .map(Stop::at)
        .findFirst();
  }

  private static Instant notBefore(LocalDate day, Instant time, Stage stage, Dice dice) {
    Instant opening =
        Rhythm.atLocal(day.toEpochDay(), 8 * 3600 + dice.below(7200), stage.zone())
            .plusMillis(dice.below(1000));
    return time.isBefore(opening) ? opening : time;
  }

  private static List<Announcement> announce(
      LocalDate planned, LocalDate actual, Instant created, Stage stage, Dice dice) {
    List<Announcement> announced = new ArrayList<>();
    LocalDate day = planned;
    while (day.isBefore(actual)) {
      Instant due = Rhythm.atLocal(day.toEpochDay(), 9 * 3600, stage.zone());
      Instant at =
          Rhythm.working(due.minus(Duration.ofHours(dice.between(30, 140))), stage.zone(), dice);
      Instant earliest = announced.isEmpty() ? created : announced.get(announced.size() - 1).at();
      if (!at.isAfter(earliest)) {
        at = earliest.plusSeconds(dice.between(600, 20_000));
      }
      LocalDate next = weekday(day.plusDays(dice.pick(List.of(7, 7, 14, 21))));
      day = next.isAfter(actual) || next.plusDays(5).isAfter(actual) ? actual : next;
      announced.add(new Announcement(at, day));
    }
    return announced;
  }

  private static List<Stop> cancel(List<Stop> stops) {
    if (stops.size() < 2 || stops.size() > 6) {
      return stops;
    }
    Stop last = stops.get(stops.size() - 1);
    List<Stop> cancelled = new ArrayList<>(stops.subList(0, stops.size() - 1));
    cancelled.add(new Stop(last.at(), Status.CANCELLED));
    return cancelled;
  }

  private static LocalDate weekday(LocalDate day) {
    int late = day.getDayOfWeek().getValue() - 5;
    return late > 0 ? day.plusDays(3 - late) : day;
  }
}
