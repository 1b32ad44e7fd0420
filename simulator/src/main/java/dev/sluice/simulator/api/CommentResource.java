package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.SimIssue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Comments by id, across issues. */
final class CommentResource {
  private static final int MOST = 1000;

  private final ServedSite jira;
  private final ChildDirectory comments = new ChildDirectory(Children::comments);

  CommentResource(ServedSite jira) {
    this.jira = jira;
  }

  Response list(Call call) {
    List<String> ids = BulkResource.texts(call.body().path("ids"));
    if (ids.size() > MOST) {
      throw ApiException.badRequest("A maximum of " + MOST + " comment ids is allowed.");
    }
    Function<String, Optional<SimIssue>> owners =
        call.anonymous() ? id -> Optional.empty() : comments.owners(call.index());
    List<JsonNode> found = ids.stream().flatMap(id -> comment(owners.apply(id), id)).toList();
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

  private static Stream<JsonNode> comment(Optional<SimIssue> issue, String id) {
    return issue.stream()
        .flatMap(owner -> Children.comments(owner).stream())
        .filter(comment -> comment.path("id").asText().equals(id));
  }
}
