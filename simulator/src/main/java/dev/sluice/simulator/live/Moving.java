package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.site.SimIssue;
import java.util.Optional;

/** Moves an issue to another project. */
final class Moving {
  private Moving() {}

  static SimIssue to(Edit edit, ObjectNode project, String key) {
    JsonNode before = edit.fields().path("project");
    edit.set("project", "project", project, Wording.named(before), Wording.named(project));
    Wording oldKey = Wording.of(null, edit.tree().path("key").asText());
    edit.note("Key", Optional.empty(), oldKey, Wording.of(null, key));
    edit.tree().put("key", key);
    leave(edit, "fixVersions", "Fix Version");
    leave(edit, "versions", "Version");
    leave(edit, "components", "Component");
    return edit.touched();
  }

  private static void leave(Edit edit, String field, String label) {
    JsonNode before = edit.fields().path(field);
    if (before.isArray()) {
      edit.members(field, label, before, edit.tree().arrayNode());
    }
  }
}
