package dev.sluice.schemas.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a row of a table of an issue's children is made from.
 *
 * @param issueId the issue it stood in
 * @param json the child as Jira sent it
 */
record ChildElement(String issueId, JsonNode json) {

  /** Returns the children in a list of the issue, in Jira's order; none if there is no list. */
  static List<ChildElement> all(JsonNode issue, JsonNode list) {
    String issueId = issue.path("id").asText();
    List<ChildElement> children = new ArrayList<>(list.size());
    list.forEach(child -> children.add(new ChildElement(issueId, child)));
    return children;
  }

  static Source<ChildElement> child(String... names) {
    return child(JsonPath.at(names));
  }

  static Source<ChildElement> child(JsonPath path) {
    return element -> path.in(element.json());
  }
}
