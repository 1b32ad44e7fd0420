package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.SimIssue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cloud's bulk fetch of issues: in the order of ids. By the contract, what was not found is simply
 * not there; the list of errors is for failures of the server alone.
 */
record BulkResource(ServedSite jira) {
  private static final int MOST_ISSUES = 100;

  /** What Cloud allows since 2026 for up to a hundred named fields without large expansions. */
  private static final int MOST_LEAN_ISSUES = 1000;

  Response issues(Call call) {
    JsonNode body = call.body();
    if (body.has("expand") && !body.get("expand").isArray()) {
      throw ApiException.invalidPayload();
    }
    List<String> wanted = texts(body.path("issueIdsOrKeys"));
    FieldSelection selection = FieldSelection.of(texts(body.path("fields")), "*navigable");
    Set<String> expand = new LinkedHashSet<>(texts(body.path("expand")));
    boolean lean = selection.lean() && expand.isEmpty();
    if (wanted.isEmpty() || wanted.size() > (lean ? MOST_LEAN_ISSUES : MOST_ISSUES)) {
      throw ApiException.badRequest(
          "The number of issues must be between 1 and "
              + (lean ? MOST_LEAN_ISSUES : MOST_ISSUES)
              + ".");
    }
    Set<SimIssue> found = new LinkedHashSet<>();
    if (!call.anonymous()) {
      wanted.forEach(name -> call.index().find(name).ifPresent(found::add));
    }
    List<SimIssue> ascending = new ArrayList<>(found);
    ascending.sort(Comparator.comparingLong(SimIssue::id));
    return write(call, ascending, selection, expand);
  }

  private Response write(
      Call call, List<SimIssue> issues, FieldSelection selection, Set<String> expand) {
    IssueWriter writer = jira.issueWriter(call);
    Limits limits = jira.limits();
    return JsonBody.ok(
        generator -> {
          generator.writeStartObject();
          generator.writeArrayFieldStart("issueErrors");
          generator.writeEndArray();
          generator.writeArrayFieldStart("issues");
          for (SimIssue issue : issues) {
            writer.write(
                generator,
                issue,
                selection,
                expand,
                new IssueWriter.Embedded(limits.histories(), limits.comments(), limits.worklogs()));
          }
          generator.writeEndArray();
          generator.writeEndObject();
        });
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }
}
