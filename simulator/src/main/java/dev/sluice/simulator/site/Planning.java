package dev.sluice.simulator.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Estimates in points, and sprints: planned, carried over, taken out again. */
final class Planning {
  private static final List<Double> POINTS = List.of(1.0, 2.0, 3.0, 3.0, 5.0, 5.0, 8.0, 13.0, 0.5);

  private Planning() {}

  static void plan(Scene scene) {
    if (scene.kind == Kind.CAMPAIGN || scene.kind == Kind.SUBTASK || scene.imported) {
      return;
    }
    points(scene);
    List<Sprint> sprints = scene.stage.calendar().of(scene.project);
    if (sprints.isEmpty() || !scene.dice.chance(0.85)) {
      return;
    }
    Optional<Instant> started = scene.journey.started();
    Instant soon = scene.stage.now().plus(Duration.ofDays(scene.dice.below(25)));
    if (started.isPresent() || scene.dice.chance(0.4)) {
      sprints(scene, sprints, started.orElse(soon));
    }
  }

  private static void points(Scene scene) {
    Tracked field = scene.project == Department.EVNT ? Tracked.EVENT_POINTS : Tracked.STORY_POINTS;
    double first = scene.dice.pick(POINTS);
    if (scene.dice.chance(0.4)) {
      scene.draft.begin(field, Cell.number(first));
    } else if (scene.dice.chance(0.75)) {
      set(scene, field, Cell.number(first));
    }
    if (scene.dice.chance(0.15)) {
      set(scene, field, Cell.number(scene.dice.pick(POINTS)));
    }
    if (scene.dice.chance(0.01)) {
      set(scene, field, Cell.BLANK);
    }
  }

  private static void set(Scene scene, Tracked field, Cell value) {
    Instant at = scene.between(scene.created, scene.end());
    scene.at(
        at, issue -> issue.change(field, value).close(at, Optional.of(scene.ownerAt(issue, at))));
  }

  private static void sprints(Scene scene, List<Sprint> sprints, Instant aim) {
    int index = 0;
    while (index < sprints.size() - 1 && sprints.get(index).complete().isBefore(aim)) {
      index++;
    }
    Sprint sprint = sprints.get(index);
    Dice dice = scene.dice;
    Person planner = scene.worker(scene.created);
    Instant planned = sprint.start().minus(Duration.ofMinutes(dice.between(60, 6000)));
    boolean isLate = !planned.isAfter(scene.created) || dice.chance(0.12);
    Instant from = scene.created.isAfter(sprint.start()) ? scene.created : sprint.start();
    Instant added =
        isLate ? scene.between(from, aim.isAfter(from) ? aim : from.plusSeconds(7200)) : planned;
    List<Sprint> member = new ArrayList<>(List.of(sprint));
    put(scene, added, member, planner);
    int carried = 0;
    while (sprint.complete().isAfter(added) && sprint.isClosed()) {
      Instant complete = sprint.complete();
      if (scene.journey.finished().filter(at -> at.isBefore(complete)).isPresent()) {
        return;
      }
      Instant begun = added.isAfter(sprint.start()) ? added : sprint.start();
      if (dice.chance(0.07)) {
        member.remove(sprint);
        put(scene, scene.between(begun, complete.minusSeconds(60)), member, planner);
        return;
      }
      index++;
      if (index >= sprints.size() || ++carried > 5) {
        return;
      }
      sprint = sprints.get(index);
      member.add(sprint);
      added = complete.plusMillis(700);
      put(scene, added, member, scene.worker(complete));
    }
  }

  private static void put(Scene scene, Instant at, List<Sprint> sprints, Person author) {
    Cell value = Cell.sprints(List.copyOf(sprints));
    scene.at(at, issue -> issue.change(Tracked.SPRINT, value).close(at, Optional.of(author)));
  }
}
