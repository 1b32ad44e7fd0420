package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.site.Stamps;
import dev.sluice.simulator.site.WorkTime;
import java.time.Instant;
import java.util.Optional;

/** Worklogs of an issue. */
final class Labour {
  private Labour() {}

  static void add(Edit edit, long id, long seconds, Instant started) {
    ObjectNode worklog = worklogs(edit).addObject();
    String self = edit.tree().path("self").asText();
    if (!self.isEmpty()) {
      worklog.put("self", self + "/worklog/" + id);
    }
    edit.occasion()
        .author()
        .ifPresent(author -> worklog.<ObjectNode>set("author", author).set("updateAuthor", author));
    worklog
        .put("created", edit.occasion().stamp())
        .put("updated", edit.occasion().stamp())
        .put("started", Stamps.moment(started, edit.occasion().zone()))
        .put("timeSpent", WorkTime.words((int) seconds))
        .put("timeSpentSeconds", seconds)
        .put("id", Long.toString(id))
        .put("issueId", edit.tree().path("id").asText());
    TimeSpent.book(edit, seconds);
    note(edit, id);
  }

  /** Returns how many seconds it said before. */
  static long correct(Edit edit, long id, long seconds) {
    for (JsonNode worklog : worklogs(edit)) {
      if (worklog.path("id").asLong() == id && worklog instanceof ObjectNode found) {
        long before = found.path("timeSpentSeconds").asLong();
        found.put("timeSpent", WorkTime.words((int) seconds)).put("timeSpentSeconds", seconds);
        found.put("updated", edit.occasion().stamp());
        edit.occasion().author().ifPresent(author -> found.set("updateAuthor", author));
        return before;
      }
    }
    throw LiveSite.missing("worklog " + id);
  }

  /** Returns how many seconds it said. */
  static long remove(Edit edit, long id) {
    JsonNode gone =
        Edit.remove(worklogs(edit), id).orElseThrow(() -> LiveSite.missing("worklog " + id));
    note(edit, id);
    return gone.path("timeSpentSeconds").asLong();
  }

  /** Histories name a worklog as what was there before, also when it has just come. */
  private static void note(Edit edit, long id) {
    edit.note("WorklogId", Optional.empty(), Wording.same(Long.toString(id)), Wording.NOTHING);
  }

  private static ArrayNode worklogs(Edit edit) {
    return edit.children("worklog", "worklogs");
  }
}
