package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.SimIssue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Comments by id, across issues. */
final class CommentResource {
  private static final int MOST = 1000;

  private final ServedSite jira;
  private @Nullable Map<String, SimIssue> issues;

  CommentResource(ServedSite jira) {
    this.jira = jira;
  }

  Response list(Call call) {
    List<String> ids = BulkResource.texts(call.body().path("ids"));
    if (ids.size() > MOST) {
      throw ApiException.badRequest("A maximum of " + MOST + " comment ids is allowed.");
    }
    Map<String, SimIssue> known = call.anonymous() ? Map.of() : issues();
    List<JsonNode> found = ids.stream().flatMap(id -> comment(known, id)).toList();
    IssueWriter writer = jira.issueWriter(call);
    return JsonBody.ok(
        generator -> {
          generator.writeStartObject();
          generator.writeNumberField("maxResults", MOST);
          generator.writeNumberField("startAt", 0);
          generator.writeNumberField("total", found.size());
          generator.writeBooleanField("isLast", true);
          generator.writeArrayFieldStart("values");
          for (JsonNode comment : found) {
            writer.child(generator, comment);
          }
          generator.writeEndArray();
          generator.writeEndObject();
        });
  }

  private static Stream<JsonNode> comment(Map<String, SimIssue> known, String id) {
    return Stream.ofNullable(known.get(id))
        .flatMap(issue -> Children.comments(issue).stream())
        .filter(comment -> comment.path("id").asText().equals(id));
  }

  /** The issue of each comment; built on first use, for it reads every issue. */
  private synchronized Map<String, SimIssue> issues() {
    if (issues == null) {
      Map<String, SimIssue> all = new HashMap<>();
      for (SimIssue issue : jira.index().issues()) {
        Children.comments(issue).forEach(c -> all.put(c.path("id").asText(), issue));
      }
      issues = all;
    }
    return issues;
  }
}
