package dev.sluice.simulator.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One issue about to live: what is known of it, its chance, and what is going to happen to it. */
final class Scene {
  final Stage stage;
  final int position;
  final Kind kind;
  final Department project;
  final Instant created;
  final boolean imported;
  final Dice dice;
  final Journey journey;
  final Draft draft;
  private final List<Act> acts = new ArrayList<>();

  /** Something that happens at a moment. */
  private record Act(Instant at, Consumer<Draft> deed) {}

  Scene(Stage stage, int position, Dice dice, Journey journey) {
    this.stage = stage;
    this.position = position;
    this.dice = dice;
    this.journey = journey;
    Roster roster = stage.roster();
    kind = roster.kinds[position];
    project = roster.firstProjects[position];
    created = roster.created(position);
    imported = roster.imported[position];
    draft = new Draft(created, journey.stops().get(0).status(), project);
  }

  /** Plans a change; one after now, or not after the creation, is forgotten. */
  void at(Instant moment, Optional<Person> author, Consumer<Draft> deed) {
    at(
        moment,
        issue -> {
          deed.accept(issue);
          issue.close(moment, author);
        });
  }

  void at(Instant moment, Consumer<Draft> deed) {
    if (moment.isAfter(created) && !moment.isAfter(stage.now())) {
      acts.add(new Act(moment, deed));
    }
  }

  /** Somebody who does this kind of work and is there at that moment. */
  Person worker(Instant moment) {
    return stage.people().pick(Role.of(kind, project), moment, dice);
  }

  /** Who has it at that moment, or somebody of the team. */
  Person ownerAt(Draft issue, Instant moment) {
    Optional<Person> assignee = issue.assignee();
    return assignee.isPresent() && assignee.get().worksAt(moment) ? assignee.get() : worker(moment);
  }

  Instant later(Instant start, double hours) {
    return Rhythm.later(start, hours, stage.zone(), dice);
  }

  /** A working moment between two others. */
  Instant between(Instant low, Instant high) {
    long span = Math.max(1, high.toEpochMilli() - low.toEpochMilli());
    Instant wish = low.plusMillis((long) (span * dice.fraction()));
    Instant working = Rhythm.working(wish, stage.zone(), dice);
    return working.isAfter(high) ? wish : working;
  }

  /** The end of what people did to it: when it was done, or now. */
  Instant end() {
    return journey.finished().orElse(stage.now());
  }

  /** Lets everything happen in the order of time. */
  Draft play() {
    acts.sort(Comparator.comparing(Act::at));
    for (Act act : acts) {
      act.deed().accept(draft);
    }
    return draft;
  }
}
