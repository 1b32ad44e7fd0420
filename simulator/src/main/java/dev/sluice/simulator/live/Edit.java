package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Stamps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One issue while somebody changes it: what is in it, and the history that is being written. */
final class Edit {
  /** When, by whom, and where stamps get their offset from. */
  record Occasion(Instant at, Optional<ObjectNode> author, ZoneId zone, Numbers numbers) {
    String stamp() {
      return Stamps.moment(at, zone);
    }
  }

  private final ObjectNode tree;
  private final Occasion occasion;
  private final List<ObjectNode> items = new ArrayList<>();

  Edit(SimIssue issue, Occasion occasion) {
    this(issue.json().deepCopy(), occasion);
  }

  Edit(ObjectNode tree, Occasion occasion) {
    this.tree = tree;
    this.occasion = occasion;
  }

  ObjectNode tree() {
    return tree;
  }

  ObjectNode fields() {
    return object(tree, "fields");
  }

  Occasion occasion() {
    return occasion;
  }

  /** Sets a field, and writes that into the history unless it means the same as before. */
  void set(String fieldId, String label, JsonNode value, Wording from, Wording to) {
    fields().set(fieldId, value);
    if (!from.equals(to) && !(from.isEmpty() && to.isEmpty())) {
      note(label, Optional.of(fieldId), from, to);
    }
  }

  /** Writes into the history. */
  void note(String label, Optional<String> fieldId, Wording from, Wording to) {
    boolean custom = fieldId.filter(id -> id.startsWith("customfield_")).isPresent();
    ObjectNode item =
        JsonNodeFactory.instance
            .objectNode()
            .put("field", label)
            .put("fieldtype", custom ? "custom" : "jira");
    fieldId.ifPresent(id -> item.put("fieldId", id));
    from.write(item, "from", "fromString");
    to.write(item, "to", "toString");
    if (from.accountId() != null || to.accountId() != null) {
      item.put("tmpFromAccountId", from.accountId()).put("tmpToAccountId", to.accountId());
    }
    items.add(item);
  }

  /** Writes that some things left a list and others joined it, one by one. */
  void members(String fieldId, String label, JsonNode before, JsonNode after) {
    for (JsonNode gone : before) {
      if (!holds(after, gone)) {
        note(label, Optional.of(fieldId), Wording.named(gone), Wording.NOTHING);
      }
    }
    for (JsonNode come : after) {
      if (!holds(before, come)) {
        note(label, Optional.of(fieldId), Wording.NOTHING, Wording.named(come));
      }
    }
    fields().set(fieldId, after);
  }

  /** The list of comments or worklogs, which is made when the issue has none. */
  ArrayNode children(String field, String list) {
    JsonNode stored = fields().path(field);
    if (stored instanceof ArrayNode bare) {
      return bare;
    }
    ObjectNode page = object(fields(), field);
    return page.path(list) instanceof ArrayNode known ? known : page.putArray(list);
  }

  /** Closes the edit with a trace: {@code updated} moves, and the history is kept. */
  SimIssue touched() {
    fields().put("updated", occasion.stamp());
    if (!items.isEmpty()) {
      ObjectNode changelog = object(tree, "changelog");
      ArrayNode histories =
          changelog.path("histories") instanceof ArrayNode known
              ? known
              : changelog.putArray("histories");
      ObjectNode history = histories.addObject();
      history.put("id", Long.toString(occasion.numbers().history()));
      occasion.author().ifPresent(author -> history.set("author", author));
      history.put("created", occasion.stamp()).putArray("items").addAll(items);
    }
    return untouched();
  }

  /** Closes the edit without a trace. */
  SimIssue untouched() {
    count(fields().path("comment"), "comments");
    count(fields().path("worklog"), "worklogs");
    count(tree.path("changelog"), "histories");
    return SimIssue.compact(tree);
  }

  /** Removes from a list what has this id, if it is there. */
  static Optional<JsonNode> remove(JsonNode list, long id) {
    for (Iterator<JsonNode> each = list.elements(); each.hasNext(); ) {
      JsonNode element = each.next();
      if (element.path("id").asLong() == id) {
        each.remove();
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  static ObjectNode object(ObjectNode parent, String name) {
    return parent.path(name) instanceof ObjectNode known ? known : parent.putObject(name);
  }

  private static void count(JsonNode page, String list) {
    if (page instanceof ObjectNode object && object.path(list).isArray()) {
      int size = object.path(list).size();
      object.put("startAt", 0).put("maxResults", size).put("total", size);
    }
  }

  private static boolean holds(JsonNode list, JsonNode wanted) {
    for (JsonNode element : list) {
      if (Objects.equals(element.path("id"), wanted.path("id"))) {
        return true;
      }
    }
    return false;
  }
}
