package dev.sluice.simulator.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens to campaigns alone: launch dates, budgets, channels and markets. */
final class CampaignEvents {
  private static final int NINE = 9 * 3600;

  private CampaignEvents() {}

  static void plan(Scene scene, Launch launch) {
    Stage stage = scene.stage;
    scene.draft.begin(Tracked.LAUNCH_DATE, Cell.day(launch.planned()));
    for (Launch.Announcement announcement : launch.announced()) {
      if (announcement.at().isBefore(scene.end())) {
        scene.at(
            announcement.at(),
            issue ->
                issue
                    .change(Tracked.LAUNCH_DATE, Cell.day(announcement.day()))
                    .close(
                        announcement.at(), Optional.of(scene.ownerAt(issue, announcement.at()))));
      }
    }
    for (Journey.Stop stop : launch.journey().stops()) {
      if (stop.status() == Status.SCHEDULED) {
        LocalDate day =
            launch.announced().isEmpty()
                ? launch.planned()
                : launch.announced().get(launch.announced().size() - 1).day();
        Instant goLive = Rhythm.atLocal(day.toEpochDay(), NINE, stage.zone());
        later(scene, stop.at(), 2, Tracked.GO_LIVE, Cell.moment(goLive, stage.zone()));
      }
    }
    launch
        .live()
        .ifPresent(
            live ->
                scene.at(
                    live.plus(Duration.ofSeconds(1)),
                    issue ->
                        issue
                            .change(
                                Tracked.ACTUAL_LAUNCH,
                                Cell.day(LocalDate.ofInstant(live, stage.zone())))
                            .close(
                                live.plus(Duration.ofSeconds(1)),
                                Optional.of(scene.ownerAt(issue, live)))));
    money(scene);
    reach(scene);
  }

  private static void money(Scene scene) {
    double budget = scene.dice.between(4, 300) * 500.0;
    if (scene.stage.roster().is(scene.position, Oddity.HUGE_NUMBER)) {
      budget = -1.5;
    }
    if (scene.dice.chance(0.92)) {
      scene.draft.begin(Tracked.BUDGET, Cell.number(budget));
    }
    if (scene.dice.chance(0.4)) {
      double factor = 0.7 + scene.dice.fraction() * 0.8;
      double next = Math.round(budget * factor * 4) / 4.0;
      Instant at = scene.between(scene.created, scene.end());
      later(scene, at, 0, Tracked.BUDGET, Cell.number(next));
    }
  }

  private static void reach(Scene scene) {
    Dice dice = scene.dice;
    Option channel = dice.pick(Choices.CHANNELS);
    scene.draft.begin(Tracked.CHANNEL, Cell.option(channel));
    List<Option> markets = Choices.some(Choices.MARKETS, 4, dice);
    if (!markets.isEmpty()) {
      scene.draft.begin(Tracked.MARKETS, Cell.options(markets));
    }
    if (dice.chance(0.12)) {
      Instant at = scene.between(scene.created, scene.end());
      later(scene, at, 0, Tracked.CHANNEL, Cell.option(dice.pick(Choices.CHANNELS)));
    }
    if (dice.chance(0.25) && !markets.isEmpty()) {
      List<Option> more = new ArrayList<>(markets);
      Choices.MARKETS.stream()
          .filter(market -> !markets.contains(market))
          .findFirst()
          .ifPresent(more::add);
      Instant at = scene.between(scene.created, scene.end());
      later(scene, at, 0, Tracked.MARKETS, Cell.options(more));
    }
  }

  private static void later(Scene scene, Instant from, double hours, Tracked field, Cell value) {
    Instant at = hours == 0 ? from : from.plusMillis((long) (hours * 3_600_000));
    scene.at(
        at, issue -> issue.change(field, value).close(at, Optional.of(scene.ownerAt(issue, at))));
  }
}
