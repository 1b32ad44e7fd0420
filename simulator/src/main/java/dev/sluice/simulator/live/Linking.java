package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Links between two issues. */
final class Linking {
  private static final String OUTWARD = "blocks";
  private static final String INWARD = "is blocked by";

  private Linking() {}

  static void add(Edit from, Edit to, long id) {
    put(from, id, "outwardIssue", to);
    put(to, id, "inwardIssue", from);
    note(from, OUTWARD, to.tree().path("key").asText(), true);
    note(to, INWARD, from.tree().path("key").asText(), true);
  }

  /** Returns the id of the issue at the other end. */
  static long remove(Edit edit, long id) {
    JsonNode gone = Edit.remove(links(edit), id).orElseThrow(() -> LiveSite.missing("link " + id));
    boolean outward = gone.has("outwardIssue");
    JsonNode other = end(gone);
    String words = gone.path("type").path(outward ? "outward" : "inward").asText();
    note(edit, words, other.path("key").asText(), false);
    return other.path("id").asLong();
  }

  static JsonNode end(JsonNode link) {
    return link.has("outwardIssue") ? link.path("outwardIssue") : link.path("inwardIssue");
  }

  static ArrayNode links(Edit edit) {
    return edit.fields().path("issuelinks") instanceof ArrayNode known
        ? known
        : edit.fields().putArray("issuelinks");
  }

  private static void put(Edit edit, long id, String side, Edit other) {
    ObjectNode link = links(edit).addObject().put("id", Long.toString(id));
    link.putObject("type")
        .put("id", "10000")
        .put("name", "Blocks")
        .put("inward", INWARD)
        .put("outward", OUTWARD);
    ObjectNode end = link.putObject(side);
    for (String member : List.of("id", "key", "self")) {
      if (other.tree().has(member)) {
        end.set(member, other.tree().path(member));
      }
    }
    ObjectNode fields = end.putObject("fields");
    for (String field : List.of("summary", "status", "priority", "issuetype")) {
      fields.set(field, other.fields().path(field).deepCopy());
    }
  }

  private static void note(Edit edit, String words, String key, boolean added) {
    Wording link = Wording.of(key, "This issue " + words + " " + key);
    edit.note(
        "Link",
        Optional.of("issuelinks"),
        added ? Wording.NOTHING : link,
        added ? link : Wording.NOTHING);
  }
}
