package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.SimIssue;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** One issue and what hangs on it. */
record IssueResource(ServedSite jira) {
  /** Cloud cuts the changelog of a single issue too, only later than in a search. */
  private static final int CLOUD_HISTORIES = 100;

  Response issue(Call call) {
    SimIssue issue = find(call);
    FieldSelection selection = FieldSelection.of(call.list("fields"), "*all");
    Set<String> expand = call.set("expand");
    int histories = jira.cloud() ? CLOUD_HISTORIES : Integer.MAX_VALUE;
    IssueWriter.Embedded embedded =
        new IssueWriter.Embedded(histories, Integer.MAX_VALUE, jira.limits().worklogs());
    IssueWriter writer = jira.issueWriter(call);
    return JsonBody.ok(
        generator -> {
          generator.writeStartObject();
          writer.writeContent(generator, issue, selection, expand, embedded);
          writer.explain(generator, selection, expand);
          generator.writeEndObject();
        });
  }

  Response changelog(Call call) {
    SimIssue issue = find(call);
    return Paging.of(call, 100, 100)
        .beans(
            jira.self(call, "/issue/" + issue.id() + "/changelog"),
            Children.histories(issue),
            jira.tree());
  }

  Response comments(Call call) {
    List<JsonNode> comments = Children.comments(find(call));
    if (call.text("orderBy").equals("-created")) {
      comments.sort(
          Comparator.comparing((JsonNode comment) -> Children.instant(comment, "created"))
              .reversed());
    }
    int most = jira.cloud() ? 5000 : Integer.MAX_VALUE;
    return children(call, "comments", comments, Paging.of(call, jira.cloud() ? 100 : most, most));
  }

  /** Cloud pages and filters worklogs; Data Center knows neither and answers all of them. */
  Response worklogs(Call call) {
    Predicate<JsonNode> wanted =
        worklog -> {
          long started = Children.instant(worklog, "started").toEpochMilli();
          return after(call.text("startedAfter"), started)
              && before(call.text("startedBefore"), started);
        };
    List<JsonNode> all = Children.worklogs(find(call));
    return jira.cloud()
        ? children(
            call, "worklogs", all.stream().filter(wanted).toList(), Paging.of(call, 5000, 5000))
        : children(call, "worklogs", all, new Paging(0, Integer.MAX_VALUE));
  }

  private Response children(Call call, String name, List<JsonNode> all, Paging paging) {
    IssueWriter writer = jira.issueWriter(call);
    return JsonBody.ok(
        generator -> {
          generator.writeStartObject();
          generator.writeNumberField("startAt", paging.startAt());
          generator.writeNumberField("maxResults", jira.cloud() ? paging.maxResults() : all.size());
          generator.writeNumberField("total", all.size());
          generator.writeArrayFieldStart(name);
          for (JsonNode child : paging.window(all)) {
            writer.child(generator, child);
          }
          generator.writeEndArray();
          generator.writeEndObject();
        });
  }

  private SimIssue find(Call call) {
    return call.index()
        .find(call.variable("issue"))
        .filter(issue -> !call.anonymous())
        .orElseThrow(ApiException::issueNotFound);
  }

  private static boolean after(String bound, long started) {
    return bound.isEmpty() || started > millis(bound);
  }

  private static boolean before(String bound, long started) {
    return bound.isEmpty() || started < millis(bound);
  }

  private static long millis(String bound) {
    try {
      return Long.parseLong(bound);
    } catch (NumberFormatException notMillis) {
      throw ApiException.badRequest("'" + bound + "' is not a time in milliseconds.");
    }
  }
}
