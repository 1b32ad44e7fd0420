package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Stamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What hangs on an issue, oldest first. */
final class Children {
  private Children() {}

  /** Comments or worklogs, wherever the stored issue keeps them. */
  static List<JsonNode> of(SimIssue issue, String field, String list) {
    JsonNode stored = issue.json().path("fields").path(field);
    List<JsonNode> children = new ArrayList<>();
    (stored.isArray() ? stored : stored.path(list)).forEach(children::add);
    return children;
  }

  static List<JsonNode> comments(SimIssue issue) {
    return of(issue, "comment", "comments");
  }

  static List<JsonNode> worklogs(SimIssue issue) {
    return of(issue, "worklog", "worklogs");
  }

  static List<JsonNode> histories(SimIssue issue) {
    List<JsonNode> histories = new ArrayList<>();
    issue.json().path("changelog").path("histories").forEach(histories::add);
    histories.sort(Comparator.comparing(history -> instant(history, "created")));
    return histories;
  }

  static Instant instant(JsonNode child, String property) {
    return Stamps.parse(child.path(property).asText()).orElse(Instant.EPOCH);
  }
}
