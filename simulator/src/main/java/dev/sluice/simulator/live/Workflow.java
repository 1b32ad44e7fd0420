package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes from status to status. */
final class Workflow {
  private Workflow() {}

  static void go(Edit edit, ObjectNode to, Optional<ObjectNode> resolution) {
    ObjectNode fields = edit.fields();
    JsonNode from = fields.path("status");
    boolean done = Catalogue.category(to).equals("done");
    if (!Catalogue.category(from).equals(Catalogue.category(to))) {
      fields.put("statuscategorychangedate", edit.occasion().stamp());
    }
    edit.set("status", "status", to, Wording.named(from), Wording.named(to));
    boolean resolved = fields.path("resolution").isObject();
    if (done && !resolved) {
      resolution.ifPresent(value -> resolve(edit, value, edit.occasion().stamp()));
    } else if (!done && resolved) {
      resolve(edit, NullNode.getInstance(), null);
    }
  }

  private static void resolve(Edit edit, JsonNode value, @Nullable String stamp) {
    Wording from = Wording.named(edit.fields().path("resolution"));
    edit.set("resolution", "resolution", value, from, Wording.named(value));
    edit.fields().put("resolutiondate", stamp);
  }
}
