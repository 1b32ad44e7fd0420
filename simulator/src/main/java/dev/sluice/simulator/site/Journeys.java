package dev.sluice.simulator.site;

import dev.sluice.simulator.site.Journey.Stop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How issues that are no campaigns go through their workflow: with rework, cancelling, reopening.
 */
final class Journeys {
  private static final int MOST_STOPS = 14;

  private final Stage stage;
  private final Dice dice;
  private final Workflow workflow;
  private final Instant created;
  private final List<Stop> stops = new ArrayList<>();

  private Journeys(Stage stage, int position, Dice dice) {
    this.stage = stage;
    this.dice = dice;
    workflow = Workflow.of(stage.roster().kinds[position], stage.roster().firstProjects[position]);
    created = stage.roster().created(position);
  }

  static Journey draw(Stage stage, int position, Dice dice) {
    Journeys journeys = new Journeys(stage, position, dice);
    if (stage.roster().imported[position] && dice.chance(0.7)) {
      Status status = dice.chance(0.8) ? journeys.workflow.last() : journeys.workflow.first();
      return Journey.of(List.of(new Stop(journeys.created, status)));
    }
    journeys.walk();
    return Journey.of(journeys.stops);
  }

  private void walk() {
    List<Workflow.Step> steps = workflow.steps();
    Instant time = created;
    stops.add(new Stop(time, workflow.first()));
    if (dice.chance(0.05)) {
      return;
    }
    boolean cancelled = dice.chance(0.05) && workflow.first() != Status.EVENT_TO_DO;
    int step = 0;
    while (step < steps.size() - 1 && stops.size() < MOST_STOPS) {
      time = Rhythm.later(time, dice.waiting(steps.get(step).hours()), stage.zone(), dice);
      if (time.isAfter(stage.now())) {
        return;
      }
      if (cancelled && step == steps.size() / 2) {
        stops.add(
            new Stop(
                time, workflow.last() == Status.APPROVED ? Status.REJECTED : Status.CANCELLED));
        return;
      }
      step += dice.chance(steps.get(step).rework()) ? -1 : 1;
      stops.add(new Stop(time, steps.get(step).status()));
    }
    if (dice.chance(0.05)) {
      reopen(time);
    }
  }

  private void reopen(Instant finished) {
    Status back =
        workflow.first() == Status.OPEN ? Status.REOPENED : workflow.steps().get(1).status();
    Instant reopened = Rhythm.later(finished, dice.waiting(150), stage.zone(), dice);
    Instant again = Rhythm.later(reopened, dice.waiting(50), stage.zone(), dice);
    if (!reopened.isAfter(stage.now())) {
      stops.add(new Stop(reopened, back));
    }
    if (!again.isAfter(stage.now())) {
      stops.add(new Stop(again, workflow.last()));
    }
  }
}
