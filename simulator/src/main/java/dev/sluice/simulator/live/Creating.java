package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.util.Map;
import java.util.Optional;

/** Makes a new issue: the fields that issues of the site have, most of them empty. */
final class Creating {
  private Creating() {}

  static Edit issue(
      Site site,
      Catalogue catalogue,
      Edit.Occasion occasion,
      ObjectNode project,
      long id,
      String key) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode().put("id", Long.toString(id));
    Optional<SimIssue> pattern = site.issues().stream().findFirst();
    String self = pattern.map(issue -> issue.json().path("self").asText()).orElse("");
    if (self.contains("/")) {
      tree.put("self", self.substring(0, self.lastIndexOf('/') + 1) + id);
    }
    tree.put("key", key);
    Edit edit = new Edit(tree, occasion);
    ObjectNode fields = edit.fields();
    pattern.ifPresent(issue -> blank(issue.json().path("fields"), fields));
    fields.set("project", project);
    catalogue.plainType().ifPresent(type -> fields.set("issuetype", type));
    catalogue.firstStatus("new").ifPresent(status -> fields.set("status", status));
    catalogue.priorities().stream().findFirst().ifPresent(it -> fields.set("priority", it));
    occasion.author().ifPresent(author -> fields.set("creator", author));
    occasion.author().ifPresent(author -> fields.set("reporter", author));
    fields.put("created", occasion.stamp()).put("updated", occasion.stamp());
    fields.put("statuscategorychangedate", occasion.stamp());
    edit.children("comment", "comments");
    edit.children("worklog", "worklogs");
    tree.putObject("changelog").putArray("histories");
    return edit;
  }

  /** The same fields without their values. */
  private static void blank(JsonNode pattern, ObjectNode fields) {
    for (Map.Entry<String, JsonNode> field : pattern.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      switch (name) {
        case "comment", "worklog", "parent" -> {}
        case "votes" -> fields.set(name, value.deepCopy());
        case "watches", "issuerestriction" -> fields.set(name, value.deepCopy());
        case "progress", "aggregateprogress" ->
            fields.putObject(name).put("progress", 0).put("total", 0);
        case "timetracking" -> fields.putObject(name);
        case "workratio" -> fields.put(name, -1);
        default -> {
          if (value.isArray() && !name.startsWith("customfield_")) {
            fields.putArray(name);
          } else {
            fields.set(name, null);
          }
        }
      }
    }
  }
}
