package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.site.WorkTime;
import java.util.Optional;

/** What logged work does to the hours of an issue, and of the issue it is a part of. */
final class TimeSpent {
  private TimeSpent() {}

  /** Adds seconds, or takes them away, as Jira does: what remains goes the other way. */
  static void book(Edit edit, long seconds) {
    ObjectNode fields = edit.fields();
    JsonNode spentBefore = fields.path("timespent");
    JsonNode remainingBefore = fields.path("timeestimate");
    long spent = Math.max(0, spentBefore.asLong() + seconds);
    long remaining =
        remainingBefore.isNumber() ? Math.max(0, remainingBefore.asLong() - seconds) : 0;
    note(edit, "timeestimate", remainingBefore, remaining);
    note(edit, "timespent", spentBefore, spent);
    fields.put("timeestimate", remaining).put("timespent", spent);
    ObjectNode tracking = Edit.object(fields, "timetracking");
    tracking.put("remainingEstimate", WorkTime.words((int) remaining));
    tracking.put("remainingEstimateSeconds", remaining);
    tracking.put("timeSpent", WorkTime.words((int) spent)).put("timeSpentSeconds", spent);
    fields.set("progress", progress(fields, spent, remaining));
    long original = fields.path("timeoriginalestimate").asLong();
    fields.put("workratio", original > 0 ? spent * 100 / original : -1);
    addUp(fields, spent - spentBefore.asLong(), remaining - remainingBefore.asLong());
  }

  /** Adds to the sums over an issue and its parts. */
  static void addUp(ObjectNode fields, long moreSpent, long moreRemaining) {
    long spent = Math.max(0, fields.path("aggregatetimespent").asLong() + moreSpent);
    long remaining = Math.max(0, fields.path("aggregatetimeestimate").asLong() + moreRemaining);
    fields.put("aggregatetimespent", spent).put("aggregatetimeestimate", remaining);
    fields.set("aggregateprogress", progress(fields, spent, remaining));
  }

  private static void note(Edit edit, String field, JsonNode before, long after) {
    Wording from = before.isNumber() ? Wording.same(before.asText()) : Wording.NOTHING;
    Wording to = Wording.same(Long.toString(after));
    if (!from.equals(to)) {
      edit.note(field, Optional.of(field), from, to);
    }
  }

  private static ObjectNode progress(ObjectNode fields, long spent, long remaining) {
    ObjectNode progress =
        fields.objectNode().put("progress", spent).put("total", spent + remaining);
    return spent + remaining == 0
        ? progress
        : progress.put("percent", spent * 100 / (spent + remaining));
  }
}
