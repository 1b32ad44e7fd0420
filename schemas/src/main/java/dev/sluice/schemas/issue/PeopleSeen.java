package dev.sluice.schemas.issue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everybody who occurs in an issue: in its fields, whatever they are called, as an author of its
 * children and changes, and as an assignee or reporter it once had. Of each person what table
 * {@code user} reads, so that those the directory does not list have a row all the same.
 */
public final class PeopleSeen {

  private static final List<String> IDS = List.of("accountId", "key", "name");

  /** What is kept of a person; pictures and links are most of what Jira sends. */
  public static final List<String> PROPERTIES =
      List.of(
          "accountId",
          "key",
          "name",
          "displayName",
          "emailAddress",
          "active",
          "accountType",
          "timeZone",
          "locale");

  private static final Set<String> PERSON_FIELDS = Set.of("assignee", "reporter");

  private final Map<String, JsonNode> people = new LinkedHashMap<>();

  private PeopleSeen() {}

  /** Returns people by the id table {@code user} gives them, in the order they were met. */
  public static Map<String, JsonNode> in(JsonNode issue) {
    PeopleSeen seen = new PeopleSeen();
    JsonNode fields = issue.path("fields");
    fields.forEach(seen::see);
    fields.path("comment").path("comments").forEach(seen::seeAuthors);
    fields.path("worklog").path("worklogs").forEach(seen::seeAuthors);
    fields.path("attachment").forEach(seen::seeAuthors);
    issue.path("changelog").path("histories").forEach(seen::seeHistory);
    return seen.people;
  }

  /** Returns which of two mentions of one person says more; the first if both say as much. */
  public static JsonNode fuller(JsonNode one, JsonNode other) {
    return other.size() > one.size() ? other : one;
  }

  private void see(JsonNode value) {
    if (value.isArray()) {
      value.forEach(this::seePerson);
    } else {
      seePerson(value);
    }
  }

  private void seeAuthors(JsonNode child) {
    seePerson(child.path("author"));
    seePerson(child.path("updateAuthor"));
  }

  private void seeHistory(JsonNode history) {
    seePerson(history.path("author"));
    for (JsonNode item : history.path("items")) {
      if (PERSON_FIELDS.contains(item.path("field").asText())) {
        seeNamed(item.path("tmpFromAccountId"), item.path("from"), item.path("fromString"));
        seeNamed(item.path("tmpToAccountId"), item.path("to"), item.path("toString"));
      }
    }
  }

  /** Nothing else Jira sends has a display name and, as the other editions' id, one of these. */
  private void seePerson(JsonNode value) {
    if (!value.path("displayName").isTextual()) {
      return;
    }
    for (String property : IDS) {
      JsonNode id = value.path(property);
      if (id.isTextual() && !id.textValue().isEmpty()) {
        see(id.textValue(), value);
        return;
      }
    }
  }

  /** Most people are met again and again, and say no more each time: those are not taken apart. */
  private void see(String id, JsonNode value) {
    JsonNode known = people.get(id);
    if (known == null || known.size() < said(value)) {
      ObjectNode person = JsonNodeFactory.instance.objectNode();
      for (String property : PROPERTIES) {
        if (value.hasNonNull(property)) {
          person.set(property, value.get(property));
        }
      }
      people.put(id, person);
    }
  }

  private static int said(JsonNode value) {
    int said = 0;
    for (String property : PROPERTIES) {
      said += value.hasNonNull(property) ? 1 : 0;
    }
    return said;
  }

  /** Says less than anything else does, so it counts only for those met nowhere else. */
  private void seeNamed(JsonNode account, JsonNode key, JsonNode name) {
    JsonNode id = account.isTextual() && !account.textValue().isEmpty() ? account : key;
    if (id.isTextual() && !id.textValue().isEmpty() && name.isTextual()) {
      people.computeIfAbsent(
          id.textValue(),
          named ->
              JsonNodeFactory.instance
                  .objectNode()
                  .put("key", named)
                  .put("displayName", name.textValue()));
    }
  }
}
