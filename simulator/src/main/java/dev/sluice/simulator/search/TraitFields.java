package dev.sluice.simulator.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Traits;
import java.util.function.Function;

/** Values that are known without making or parsing the JSON of an issue. */
final class TraitFields {
  private TraitFields() {}

  static JsonNode key(SimIssue issue) {
    return TextNode.valueOf(issue.key());
  }

  static JsonNode created(SimIssue issue) {
    return TextNode.valueOf(issue.created().toString());
  }

  static JsonNode updated(SimIssue issue) {
    return TextNode.valueOf(issue.updated().toString());
  }

  static JsonNode statusCategory(SimIssue issue) {
    String key = issue.traits().statusCategory();
    return switch (key) {
      case "new" -> named("2", "To Do").put("key", key);
      case "done" -> named("3", "Done").put("key", key);
      case "indeterminate" -> named("4", "In Progress").put("key", key);
      default -> named("1", "No Category").put("key", key);
    };
  }

  /** A value of which the traits have the id and the name. */
  static Function<SimIssue, JsonNode> of(
      Function<Traits, String> id, Function<Traits, String> name) {
    return issue -> {
      String ofIssue = id.apply(issue.traits());
      String called = name.apply(issue.traits());
      return ofIssue.isEmpty() && called.isEmpty()
          ? MissingNode.getInstance()
          : named(ofIssue, called);
    };
  }

  private static ObjectNode named(String id, String name) {
    return JsonNodeFactory.instance.objectNode().put("id", id).put("name", name);
  }
}
