package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Comments on an issue. */
final class Talk {
  private Talk() {}

  static void add(Edit edit, long id, String text) {
    ObjectNode comment = comments(edit).addObject();
    String self = edit.tree().path("self").asText();
    if (!self.isEmpty()) {
      comment.put("self", self + "/comment/" + id);
    }
    comment.put("id", Long.toString(id));
    edit.occasion().author().ifPresent(author -> comment.set("author", author));
    comment.put("body", text);
    edit.occasion().author().ifPresent(author -> comment.set("updateAuthor", author));
    comment
        .put("created", edit.occasion().stamp())
        .put("updated", edit.occasion().stamp())
        .put("jsdPublic", true);
  }

  static void rewrite(Edit edit, long id, String text) {
    for (JsonNode comment : comments(edit)) {
      if (comment.path("id").asLong() == id && comment instanceof ObjectNode found) {
        found.put("body", text).put("updated", edit.occasion().stamp());
        edit.occasion().author().ifPresent(author -> found.set("updateAuthor", author));
        return;
      }
    }
    throw LiveSite.missing("comment " + id);
  }

  static void remove(Edit edit, long id) {
    JsonNode gone =
        Edit.remove(comments(edit), id).orElseThrow(() -> LiveSite.missing("comment " + id));
    JsonNode body = gone.path("body");
    Wording text = Wording.of(body, body, edit.occasion().zone());
    edit.note("Comment", Optional.empty(), text, Wording.NOTHING);
  }

  private static ArrayNode comments(Edit edit) {
    return edit.children("comment", "comments");
  }
}
