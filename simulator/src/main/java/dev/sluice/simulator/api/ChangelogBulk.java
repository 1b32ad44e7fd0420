package dev.sluice.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.SimIssue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cloud's bulk fetch of changelogs, with the habits that surprise: issues come in another order
 * than asked for, one issue's histories may be split over two pages, and {@code created} is a
 * number of milliseconds.
 */
record ChangelogBulk(ServedSite jira) {
  private static final int DEFAULT_PAGE = 1000;
  private static final int LARGEST_PAGE = 10_000;
  private static final int MOST_ISSUES = 1000;

  private record Entry(long issue, JsonNode history) {}

  Response fetch(Call call) {
    JsonNode body = call.body();
    List<String> wanted = BulkResource.texts(body.path("issueIdsOrKeys"));
    List<String> fields = BulkResource.texts(body.path("fieldIds"));
    int size = body.path("maxResults").asInt(DEFAULT_PAGE);
    if (wanted.isEmpty() || wanted.size() > MOST_ISSUES || size < 1 || size > LARGEST_PAGE) {
      throw ApiException.invalidPayload();
    }
    TokenCodec tokens = new TokenCodec(String.join(",", wanted) + "\n" + fields);
    String token = body.path("nextPageToken").asText("");
    TokenCodec.Cursor cursor =
        token.isEmpty() || body.path("nextPageToken").isNull()
            ? TokenCodec.Cursor.START
            : tokens.decode(token);
    List<Entry> all = entries(call, wanted, Set.copyOf(fields));
    int from = Math.min(cursor.offset(), all.size());
    int to = Math.min(all.size(), from + size);
    return JsonBody.ok(
        generator -> {
          generator.writeStartObject();
          generator.writeArrayFieldStart("issueChangeLogs");
          write(generator, all.subList(from, to));
          generator.writeEndArray();
          if (to < all.size()) {
            generator.writeStringField(
                "nextPageToken", tokens.encode(new TokenCodec.Cursor(to, cursor.page() + 1, 0)));
          } else {
            generator.writeNullField("nextPageToken");
          }
          generator.writeEndObject();
        });
  }

  private List<Entry> entries(Call call, List<String> wanted, Set<String> fields) {
    Set<SimIssue> issues = new LinkedHashSet<>();
    if (!call.anonymous()) {
      wanted.forEach(name -> call.index().find(name).ifPresent(issues::add));
    }
    List<SimIssue> newestFirst = new ArrayList<>(issues);
    newestFirst.sort(Comparator.comparingLong(SimIssue::id).reversed());
    List<Entry> entries = new ArrayList<>();
    for (SimIssue issue : newestFirst) {
      for (JsonNode history : Children.histories(issue)) {
        if (fields.isEmpty() || touches(history, fields)) {
          entries.add(new Entry(issue.id(), history));
        }
      }
    }
    return entries;
  }

  private static boolean touches(JsonNode history, Set<String> fields) {
    for (JsonNode item : history.path("items")) {
      if (fields.contains(item.path("fieldId").asText(item.path("field").asText()))) {
        return true;
      }
    }
    return false;
  }

  private void write(JsonGenerator generator, List<Entry> page) throws IOException {
    for (int i = 0; i < page.size(); i++) {
      Entry entry = page.get(i);
      if (i == 0 || page.get(i - 1).issue() != entry.issue()) {
        generator.writeStartObject();
        generator.writeStringField("issueId", Long.toString(entry.issue()));
        generator.writeArrayFieldStart("changeHistories");
      }
      ObjectNode history = entry.history().deepCopy();
      history.put("created", Children.instant(entry.history(), "created").toEpochMilli());
      jira.tree().write(generator, history);
      if (i == page.size() - 1 || page.get(i + 1).issue() != entry.issue()) {
        generator.writeEndArray();
        generator.writeEndObject();
      }
    }
  }
}
