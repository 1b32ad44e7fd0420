package dev.sluice.simulator.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who takes an issue, and how it goes from status to status. */
final class Progress {
  private Progress() {}

  static void plan(Scene scene) {
    Dice dice = scene.dice;
    if (dice.chance(0.45)) {
      scene.draft.beginAssigned(scene.worker(scene.created));
    }
    List<Journey.Stop> stops = scene.journey.stops();
    if (stops.get(0).status().isDone()) {
      scene.draft.beginResolved(Resolution.DONE, scene.created);
    }
    scene
        .journey
        .started()
        .filter(at -> at.isAfter(scene.created))
        .ifPresent(at -> take(scene, at));
    Status before = stops.get(0).status();
    for (Journey.Stop stop : stops.subList(1, stops.size())) {
      Optional<Resolution> resolution = resolution(before, stop.status(), dice);
      boolean reopens = before.isDone() && !stop.status().isDone();
      Person reviewer = scene.worker(stop.at());
      boolean byReviewer = stop.status().isDone() && dice.chance(0.5);
      scene.at(
          stop.at(),
          issue -> {
            Person author = byReviewer ? reviewer : scene.ownerAt(issue, stop.at());
            issue.go(stop.status(), stop.at());
            if (resolution.isPresent() || reopens) {
              issue.resolve(resolution, stop.at());
            }
            issue.close(stop.at(), Optional.of(author));
          });
      before = stop.status();
    }
    handOver(scene);
  }

  private static Optional<Resolution> resolution(Status from, Status to, Dice dice) {
    if (!to.isDone() || from.isDone()) {
      return Optional.empty();
    }
    if (to == Status.CANCELLED || to == Status.REJECTED) {
      return Optional.of(dice.chance(0.7) ? Resolution.WONT_DO : Resolution.DUPLICATE);
    }
    return Optional.of(
        to == Status.RESOLVED && dice.chance(0.1) ? Resolution.CANNOT_REPRODUCE : Resolution.DONE);
  }

  /** Work starts when somebody takes it: a little before the status says so. */
  private static void take(Scene scene, Instant started) {
    Person taker = scene.worker(started);
    Instant at = started.minusSeconds(scene.dice.between(1, 900));
    scene.at(
        at,
        issue -> {
          if (issue.assignee().isEmpty()) {
            issue.assign(taker).close(at, Optional.of(taker));
          }
        });
  }

  /** Some issues change hands; those of people who leave must. */
  private static void handOver(Scene scene) {
    if (scene.dice.chance(0.15)) {
      Instant at = scene.between(scene.created, scene.end());
      Person next = scene.worker(at);
      scene.at(at, issue -> issue.assign(next).close(at, Optional.of(scene.ownerAt(issue, at))));
    }
    for (Person leaver : scene.stage.people().leavers()) {
      if (leaver.leftAt().orElseThrow().isAfter(scene.created)) {
        Instant at = leaver.leftAt().orElseThrow().plusSeconds(3600 + scene.position % 20_000);
        scene.at(
            at,
            issue -> {
              if (!issue.status().isDone() && issue.assignee().filter(leaver::equals).isPresent()) {
                Person heir = scene.worker(at);
                issue.assign(heir).close(at, Optional.of(heir));
              }
            });
      }
    }
  }
}
