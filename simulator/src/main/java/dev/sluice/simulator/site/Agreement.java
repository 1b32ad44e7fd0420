package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** A service level, as Jira Service Management writes it: cycles with clocks in four notations. */
final class Agreement {
  private static final Duration GOAL = Duration.ofDays(2);

  private Agreement() {}

  static ObjectNode json(Stage stage, Instant created, Draft draft, Dice dice) {
    ObjectNode json = Json.object().put("id", "31").put("name", "Time to approval");
    json.set(
        "_links", Json.object().put("self", Json.address("/rest/servicedeskapi/request/sla/31")));
    ArrayNode completed = json.putArray("completedCycles");
    Instant end = draft.resolved().orElse(stage.now());
    Duration elapsed = Duration.between(created, end);
    ObjectNode cycle = Json.object();
    cycle.set("startTime", time(created, stage));
    if (draft.resolved().isPresent()) {
      cycle.set("stopTime", time(end, stage));
    } else {
      cycle.set("breachTime", time(created.plus(GOAL), stage));
      cycle.put("paused", dice.chance(0.2)).put("withinCalendarHours", dice.chance(0.5));
    }
    cycle.put("breached", elapsed.compareTo(GOAL) > 0);
    cycle.set("goalDuration", duration(GOAL));
    cycle.set("elapsedTime", duration(elapsed));
    cycle.set("remainingTime", duration(GOAL.minus(elapsed)));
    if (draft.resolved().isPresent()) {
      completed.add(cycle);
      return json;
    }
    return json.set("ongoingCycle", cycle);
  }

  private static ObjectNode time(Instant moment, Stage stage) {
    String stamp = Stamps.moment(moment, stage.zone());
    return Json.object()
        .put("iso8601", stamp.substring(0, 19) + stamp.substring(23))
        .put("jira", stamp)
        .put("friendly", Stamps.shortMoment(moment, stage.zone()))
        .put("epochMillis", moment.toEpochMilli());
  }

  private static ObjectNode duration(Duration duration) {
    return Json.object()
        .put("millis", duration.toMillis())
        .put("friendly", duration.toHours() + "h " + Math.abs(duration.toMinutesPart()) + "m");
  }
}
