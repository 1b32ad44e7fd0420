package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.site.Site;
import java.util.List;
import java.util.Set;

/**
 * What administrators have defined, at one moment. Immutable; the JSON is not to be written into.
 *
 * @param fields every field that is not deleted
 * @param hidden ids of fields that the account is not shown in the list of fields
 * @param administrator whether the account may search among all fields
 */
public record Definitions(
    List<ObjectNode> fields,
    Set<String> hidden,
    List<ObjectNode> statuses,
    List<ObjectNode> issueTypes,
    List<ObjectNode> priorities,
    boolean administrator) {

  /** Copies the lists. */
  public Definitions {
    fields = List.copyOf(fields);
    hidden = Set.copyOf(hidden);
    statuses = List.copyOf(statuses);
    issueTypes = List.copyOf(issueTypes);
    priorities = List.copyOf(priorities);
  }

  static Definitions of(Site site) {
    return new Definitions(
        site.fields(), Set.of(), site.statuses(), site.issueTypes(), site.priorities(), true);
  }

  /** Returns the fields the account is shown. */
  public List<ObjectNode> shownFields() {
    return fields.stream().filter(field -> !hidden.contains(field.path("id").asText())).toList();
  }

  Definitions withFields(List<ObjectNode> others) {
    return new Definitions(others, hidden, statuses, issueTypes, priorities, administrator);
  }

  Definitions withHidden(Set<String> others) {
    return new Definitions(fields, others, statuses, issueTypes, priorities, administrator);
  }

  Definitions withAdministrator(boolean is) {
    return new Definitions(fields, hidden, statuses, issueTypes, priorities, is);
  }
}
