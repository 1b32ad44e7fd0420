package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.SimIssue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Worklogs across issues: ids by time of change, and worklogs by id. */
final class WorklogResource {
  private static final int PAGE = 1000;

  /** Jira never tells of changes younger than this. */
  private static final Duration BLIND = Duration.ofMinutes(1);

  private record Entry(long id, long updated) {}

  private final ServedSite jira;
  private final ChildDirectory worklogs = new ChildDirectory(Children::worklogs);

  WorklogResource(ServedSite jira) {
    this.jira = jira;
  }

  Response updated(Call call) {
    List<ChildDirectory.Entry> all = call.anonymous() ? List.of() : worklogs.byUpdate(call.index());
    return changed(
        call, "/worklog/updated", all.stream().map(e -> new Entry(e.id(), e.updatedMillis())));
  }

  /** By the time of the deletion; worklogs that went away with their issue are not told. */
  Response deleted(Call call) {
    return changed(
        call,
        "/worklog/deleted",
        call.index().changes().deletedWorklogs().stream()
            .filter(deleted -> !call.anonymous())
            .map(deleted -> new Entry(deleted.id(), deleted.at().toEpochMilli())));
  }

  Response list(Call call) {
    List<String> ids = BulkResource.texts(call.body().path("ids"));
    if (ids.size() > PAGE) {
      throw ApiException.badRequest("A maximum of " + PAGE + " worklog ids is allowed.");
    }
    List<ObjectNode> found =
        call.anonymous() ? List.of() : found(ids, worklogs.owners(call.index()));
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

  private static List<ObjectNode> found(
      List<String> ids, Function<String, Optional<SimIssue>> owners) {
    return ids.stream().flatMap(id -> worklog(owners.apply(id), id)).toList();
  }

  private static Stream<ObjectNode> worklog(Optional<SimIssue> issue, String id) {
    return issue.stream()
        .flatMap(
            owner ->
                Children.worklogs(owner).stream()
                    .filter(worklog -> worklog.path("id").asText().equals(id))
                    .map(
                        worklog -> {
                          ObjectNode copy = worklog.deepCopy();
                          return copy.put("issueId", Long.toString(owner.id()));
                        }));
  }

  private Response changed(Call call, String path, Stream<Entry> all) {
    long since = since(call);
    long until = jira.clock().instant().minus(BLIND).toEpochMilli();
    List<Entry> after = all.filter(e -> e.updated() >= since && e.updated() < until).toList();
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
}
