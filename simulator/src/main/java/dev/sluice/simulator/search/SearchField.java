package dev.sluice.simulator.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.site.SimIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A field that JQL can name.
 *
 * @param name how messages call it
 * @param value where its value stands in an issue
 */
record SearchField(String name, FieldKind kind, Function<SimIssue, JsonNode> value) {
  static SearchField stored(String name, FieldKind kind, String fieldId) {
    return new SearchField(name, kind, issue -> issue.json().path("fields").path(fieldId));
  }

  /** The values without the empty ones: absent, null, "", [] and {} all mean "no value" to Jira. */
  List<JsonNode> values(SimIssue issue) {
    JsonNode node = value.apply(issue);
    if (!node.isArray()) {
      return empty(node) ? List.of() : List.of(node);
    }
    List<JsonNode> values = new ArrayList<>(node.size());
    for (JsonNode element : node) {
      if (!empty(element)) {
        values.add(element);
      }
    }
    return values;
  }

  private static boolean empty(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || (node.isTextual() && node.textValue().isEmpty())
        || (node.isContainerNode() && node.isEmpty());
  }
}
