package dev.sluice.simulator.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.IntUnaryOperator;

/** Writes estimates and spent time, alone and together with those of the sub-tasks. */
final class TimeTracking {
  private final Stage stage;
  private final Ledger ledger;
  private final int position;
  private final Draft draft;

  TimeTracking(Stage stage, Ledger ledger, int position, Draft draft) {
    this.stage = stage;
    this.ledger = ledger;
    this.position = position;
    this.draft = draft;
  }

  void write(ObjectNode fields) {
    int original = ledger.originalSeconds[position];
    int remaining = ledger.remainingSeconds[position];
    int spent = ledger.spentSeconds[position];
    fields.set("timeoriginalestimate", draft.get(Tracked.ORIGINAL_ESTIMATE).json().get());
    fields.set("timeestimate", draft.get(Tracked.REMAINING_ESTIMATE).json().get());
    fields.set("timespent", draft.get(Tracked.TIME_SPENT).json().get());
    ObjectNode tracking = fields.putObject("timetracking");
    put(tracking, "originalEstimate", original);
    put(tracking, "remainingEstimate", remaining);
    put(tracking, "timeSpent", spent);
    int allSpent = sum(at -> ledger.spentSeconds[at]);
    int allRemaining = sum(at -> ledger.remainingSeconds[at]);
    number(fields, "aggregatetimeoriginalestimate", sum(at -> ledger.originalSeconds[at]));
    number(fields, "aggregatetimeestimate", allRemaining);
    number(fields, "aggregatetimespent", allSpent);
    fields.set("progress", progress(spent, remaining));
    fields.set("aggregateprogress", progress(allSpent, allRemaining));
    fields.put("workratio", original > 0 ? Math.max(0, spent) * 100L / original : -1L);
  }

  private int sum(IntUnaryOperator seconds) {
    int total = seconds.applyAsInt(position);
    for (int child : stage.roster().subtasks(position)) {
      int more = seconds.applyAsInt(child);
      if (more != Ledger.NONE) {
        total = Math.max(0, total) + more;
      }
    }
    return total;
  }

  private static ObjectNode progress(int spent, int remaining) {
    long done = Math.max(0, spent);
    long total = done + Math.max(0, remaining);
    ObjectNode progress = Json.object().put("progress", done).put("total", total);
    return total == 0 ? progress : progress.put("percent", done * 100 / total);
  }

  private static void number(ObjectNode fields, String field, int seconds) {
    fields.put(field, seconds == Ledger.NONE ? null : Long.valueOf(seconds));
  }

  private static void put(ObjectNode tracking, String name, int seconds) {
    if (seconds != Ledger.NONE) {
      tracking.put(name, WorkTime.words(seconds)).put(name + "Seconds", (long) seconds);
    }
  }
}
