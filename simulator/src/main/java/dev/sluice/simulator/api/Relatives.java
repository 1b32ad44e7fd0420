package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.search.IssueIndex;
import dev.sluice.simulator.site.SimIssue;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What an issue shows of other issues, as they are now: Jira stores only who they are, so their new
 * keys and names stand in issues that were never touched.
 */
record Relatives(FieldDirectory directory, IssueIndex index) {
  private static final List<String> SHOWN = List.of("summary", "status", "priority", "issuetype");

  /** The fields of an issue; the stored tree where nothing differs. */
  JsonNode asTheyAre(SimIssue issue) {
    JsonNode stored = issue.json().path("fields");
    if (index.changes().version() == 0 || !(stored instanceof ObjectNode)) {
      return stored;
    }
    ObjectNode fields = stored.deepCopy();
    if (fields.path("parent") instanceof ObjectNode parent && !refresh(parent)) {
      fields.remove("parent");
    }
    refreshAll(fields.path("subtasks"));
    for (Iterator<JsonNode> links = fields.path("issuelinks").elements(); links.hasNext(); ) {
      JsonNode link = links.next();
      JsonNode end =
          link.has("outwardIssue") ? link.path("outwardIssue") : link.path("inwardIssue");
      if (end instanceof ObjectNode other && !refresh(other)) {
        links.remove();
      }
    }
    directory.epicLinks().forEach(field -> refreshKey(fields, field));
    return fields;
  }

  private void refreshAll(JsonNode issues) {
    for (Iterator<JsonNode> each = issues.elements(); each.hasNext(); ) {
      if (each.next() instanceof ObjectNode issue && !refresh(issue)) {
        each.remove();
      }
    }
  }

  /** Whether the issue can still be seen; its key and name are brought up to date. */
  private boolean refresh(ObjectNode shown) {
    long id = shown.path("id").asLong();
    if (!index.changes().issues().containsKey(id)) {
      return !index.isHidden(shown.path("key").asText());
    }
    Optional<SimIssue> now = index.byId(id);
    now.ifPresent(
        issue -> {
          shown.put("key", issue.key());
          if (shown.path("fields") instanceof ObjectNode fields) {
            JsonNode present = issue.json().path("fields");
            SHOWN.forEach(field -> fields.set(field, present.path(field).deepCopy()));
          }
        });
    return now.isPresent();
  }

  private void refreshKey(ObjectNode fields, String field) {
    String key = fields.path(field).asText();
    if (index.knows(key)) {
      fields.put(field, index.find(key).map(SimIssue::key).orElse(null));
    }
  }
}
