package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the objects of an endpoint that gives them by pages. It moves on by what came. The total
 * ends it where Jira tells one, else {@code isLast}, which not every endpoint sends; and so does an
 * empty page, or one that brings nothing new, since some servers ignore {@code startAt}.
 */
final class ValuePages {
  private static final int MOST_PAGES = 100_000;

  private final Exchange exchange;
  private final String path;
  private final String endpoint;

  ValuePages(Exchange exchange, String path, String endpoint) {
    this.exchange = exchange;
    this.path = path;
    this.endpoint = endpoint;
  }

  /** Collects from pages that hold {@code values}. */
  List<JsonNode> all(QueryParameters query, int pageSize) {
    return walk(query, pageSize, Bodies.objectWith("values"));
  }

  /** Collects from pages that are bare arrays, of which only an empty one is surely the last. */
  List<JsonNode> allBare(QueryParameters query, int pageSize) {
    return walk(query, pageSize, Bodies.array());
  }

  private List<JsonNode> walk(QueryParameters query, int pageSize, BodyReader<JsonNode> reader) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    long startAt = 0;
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      QueryParameters asked = query.with("startAt", startAt).with("maxResults", pageSize);
      JsonNode page =
          exchange.send(Call.get(path, asked, reader).countedAs("GET " + endpoint)).orThrow();
      JsonNode values = page.isArray() ? page : page.path("values");
      int before = found.size();
      values.forEach(value -> found.putIfAbsent(nameOf(value), value));
      startAt += values.size();
      if (found.size() == before || last(page, startAt)) {
        return List.copyOf(found.values());
      }
    }
    throw new JiraException.Malformed(
        Problems.endless(path, "no end after " + MOST_PAGES + " pages"));
  }

  private static boolean last(JsonNode page, long reached) {
    JsonNode total = page.path("total");
    return total.isIntegralNumber()
        ? reached >= total.asLong()
        : page.path("isLast").asBoolean(false);
  }

  /** Objects repeat when others vanish or appear between two pages. */
  private static String nameOf(JsonNode value) {
    for (String name : List.of("accountId", "id", "key")) {
      if (value.hasNonNull(name)) {
        return name + "=" + value.get(name).asText();
      }
    }
    return value.toString();
  }
}
