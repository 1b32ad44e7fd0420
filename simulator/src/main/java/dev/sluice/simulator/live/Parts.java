package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.site.Revision;
import dev.sluice.simulator.site.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a change to one issue does to others, of which nothing tells. */
record Parts(Store store) {
  /** The sub-tasks that are there. */
  List<Long> of(ObjectNode fields) {
    List<Long> parts = new ArrayList<>();
    for (JsonNode part : fields.path("subtasks")) {
      long id = part.path("id").asLong();
      if (isThere(id)) {
        parts.add(id);
      }
    }
    return parts;
  }

  /** Adds time that was booked on a sub-task to the sums of its parent. */
  void timeBooked(Edit part, long seconds) {
    parent(part)
        .ifPresent(
            parent -> {
              TimeSpent.addUp(parent.fields(), seconds, 0);
              store.put(parent.untouched(), part.occasion().at());
            });
  }

  /** Deletes an issue and takes it out of those that show it. */
  void delete(Edit edit) {
    long id = edit.tree().path("id").asLong();
    for (JsonNode link : Linking.links(edit)) {
      long other = Linking.end(link).path("id").asLong();
      if (isThere(other)) {
        Edit end = new Edit(store.issue(other), edit.occasion());
        Edit.remove(Linking.links(end), link.path("id").asLong());
        store.put(end.untouched(), edit.occasion().at());
      }
    }
    parent(edit)
        .ifPresent(
            parent -> {
              ObjectNode fields = edit.fields();
              Edit.remove(parent.fields().path("subtasks"), id);
              TimeSpent.addUp(
                  parent.fields(),
                  -fields.path("timespent").asLong(),
                  -fields.path("timeestimate").asLong());
              store.put(parent.untouched(), edit.occasion().at());
            });
    store.put(new Revision(store.issue(id), Standing.DELETED), edit.occasion().at());
  }

  private Optional<Edit> parent(Edit part) {
    ObjectNode fields = part.fields();
    long parent = fields.path("parent").path("id").asLong();
    return fields.path("issuetype").path("subtask").asBoolean() && isThere(parent)
        ? Optional.of(new Edit(store.issue(parent), part.occasion()))
        : Optional.empty();
  }

  private boolean isThere(long id) {
    return store.revision(id).filter(r -> r.standing() != Standing.DELETED).isPresent();
  }
}
