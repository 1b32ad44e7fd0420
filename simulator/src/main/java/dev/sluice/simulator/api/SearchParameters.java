package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What an enhanced search asks for.
 *
 * @param token empty for the first page
 */
record SearchParameters(
    String jql, String token, int maxResults, List<String> fields, Set<String> expand) {
  private static final int DEFAULT_PAGE = 50;
  private static final int LARGEST_PAGE = 5000;

  SearchParameters {
    fields = List.copyOf(fields);
    if (maxResults < 1 || maxResults > LARGEST_PAGE) {
      throw ApiException.badRequest(
          "The maxResults parameter must be between 1 and " + LARGEST_PAGE + ".");
    }
  }

  static SearchParameters ofQuery(Call call) {
    return new SearchParameters(
        call.text("jql"),
        call.text("nextPageToken"),
        call.number("maxResults", DEFAULT_PAGE),
        call.list("fields"),
        call.set("expand"));
  }

  /** Only the body counts: parameters in the address of a POST are ignored, the token too. */
  static SearchParameters ofBody(Call call) {
    JsonNode body = call.body();
    for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!valid(name).test(body.get(name)) && !body.get(name).isNull()) {
        throw ApiException.invalidPayload();
      }
    }
    List<String> fields = new ArrayList<>();
    body.path("fields").forEach(field -> fields.add(field.asText()));
    return new SearchParameters(
        text(body, "jql"),
        text(body, "nextPageToken"),
        body.path("maxResults").asInt(DEFAULT_PAGE),
        fields,
        new TreeSet<>(List.of(text(body, "expand").split(",", -1))));
  }

  private static Predicate<JsonNode> valid(String name) {
    return switch (name) {
      case "jql", "nextPageToken", "expand" -> JsonNode::isTextual;
      case "maxResults" -> JsonNode::isIntegralNumber;
      case "fields", "properties", "reconcileIssues" -> JsonNode::isArray;
      case "fieldsByKeys", "includeArchivedProjects" -> JsonNode::isBoolean;
      default -> node -> false;
    };
  }

  private static String text(JsonNode body, String name) {
    return body.path(name).isTextual() ? body.path(name).textValue() : "";
  }

  /** What a token is bound to. */
  String binding() {
    return jql + "\n" + new TreeSet<>(fields) + "\n" + new TreeSet<>(expand);
  }
}
