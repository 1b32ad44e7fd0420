package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.SimIssue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Worklogs across issues: ids by time of change, and worklogs by id. */
final class WorklogResource {
  private static final int PAGE = 1000;

  /** Jira never tells of changes younger than this. */
  private static final Duration BLIND = Duration.ofMinutes(1);

  private record Entry(long id, long updated) {}

  /** All worklogs by time of change, and the issue of each. */
  private record Known(List<Entry> byUpdate, Map<String, SimIssue> issues) {}

  private final ServedSite jira;
  private @Nullable Known known;

  WorklogResource(ServedSite jira) {
    this.jira = jira;
  }

  Response updated(Call call) {
    return changed(call, "/worklog/updated", call.anonymous() ? List.of() : known().byUpdate());
  }

  /** The site at rest has lost no worklog. */
  Response deleted(Call call) {
    return changed(call, "/worklog/deleted", List.of());
  }

  Response list(Call call) {
    List<String> ids = BulkResource.texts(call.body().path("ids"));
    if (ids.size() > PAGE) {
      throw ApiException.badRequest("A maximum of " + PAGE + " worklog ids is allowed.");
    }
    List<ObjectNode> found =
        call.anonymous()
            ? List.of()
            : ids.stream().flatMap(id -> worklog(known().issues(), id)).toList();
    IssueWriter writer = jira.issueWriter(call);
    return JsonBody.ok(
        generator -> {
          generator.writeStartArray();
          for (ObjectNode worklog : found) {
            writer.child(generator, worklog);
          }
          generator.writeEndArray();
        });
  }

  private static Stream<ObjectNode> worklog(Map<String, SimIssue> issues, String id) {
    return Stream.ofNullable(issues.get(id))
        .flatMap(
            issue ->
                Children.worklogs(issue).stream()
                    .filter(worklog -> worklog.path("id").asText().equals(id))
                    .map(
                        worklog -> {
                          ObjectNode copy = worklog.deepCopy();
                          return copy.put("issueId", Long.toString(issue.id()));
                        }));
  }

  private Response changed(Call call, String path, List<Entry> all) {
    long since = since(call);
    long until = jira.clock().instant().minus(BLIND).toEpochMilli();
    List<Entry> after =
        all.stream().filter(e -> e.updated() >= since && e.updated() < until).toList();
    List<Entry> page = after.subList(0, Math.min(PAGE, after.size()));
    boolean last = page.size() == after.size();
    long reached = page.isEmpty() ? since : page.get(page.size() - 1).updated();
    return JsonBody.ok(
        generator -> {
          generator.writeStartObject();
          generator.writeArrayFieldStart("values");
          for (Entry entry : page) {
            generator.writeStartObject();
            generator.writeNumberField("worklogId", entry.id());
            generator.writeNumberField("updatedTime", entry.updated());
            generator.writeArrayFieldStart("properties");
            generator.writeEndArray();
            generator.writeEndObject();
          }
          generator.writeEndArray();
          generator.writeNumberField("since", since);
          generator.writeNumberField("until", reached);
          generator.writeStringField("self", jira.self(call, path + "?since=" + since));
          if (!last) {
            // Real servers give this address with a path that does not exist.
            generator.writeStringField(
                "nextPage", jira.baseUrl().get() + "/api/~ver~" + path + "?since=" + reached);
          }
          generator.writeBooleanField("lastPage", last);
          if (!jira.cloud()) {
            generator.writeBooleanField("isLastPage", last);
          }
          generator.writeEndObject();
        });
  }

  private static long since(Call call) {
    String text = call.text("since");
    try {
      return text.isEmpty() ? 0 : Long.parseLong(text);
    } catch (NumberFormatException notMillis) {
      throw ApiException.badRequest("'" + text + "' is not a time in milliseconds.");
    }
  }

  /** Built on first use: it reads every issue. */
  private synchronized Known known() {
    if (known == null) {
      List<Entry> all = new ArrayList<>();
      Map<String, SimIssue> issues = new HashMap<>();
      for (SimIssue issue : jira.index().issues()) {
        for (JsonNode worklog : Children.worklogs(issue)) {
          long updated = Children.instant(worklog, "updated").toEpochMilli();
          all.add(new Entry(worklog.path("id").asLong(), updated));
          issues.put(worklog.path("id").asText(), issue);
        }
      }
      all.sort(Comparator.comparingLong(Entry::updated).thenComparingLong(Entry::id));
      known = new Known(List.copyOf(all), issues);
    }
    return known;
  }
}
