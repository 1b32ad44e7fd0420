package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.SimIssue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Boards and sprints, whose ids are numbers. */
record AgileResource(ServedSite jira) {
  Response boards(Call call) {
    String name = call.text("name").toLowerCase(Locale.ROOT);
    List<String> types = call.list("type");
    String project = call.text("projectKeyOrId");
    List<ObjectNode> found =
        jira.site().boards().stream()
            .filter(board -> !call.anonymous())
            .filter(board -> board.path("name").asText().toLowerCase(Locale.ROOT).contains(name))
            .filter(board -> types.isEmpty() || types.contains(board.path("type").asText()))
            .filter(board -> project.isEmpty() || in(board, project))
            .toList();
    return Paging.of(call, 50, 50)
        .beans(Optional.empty(), OptionalInt.of(found.size()), found, jira.tree());
  }

  Response board(Call call) {
    return JsonBody.ok(findBoard(call), jira.tree());
  }

  /** Real servers leave out the total here. */
  Response boardSprints(Call call) {
    ObjectNode board = findBoard(call);
    if (board.path("type").asText().equals("kanban")) {
      throw ApiException.badRequest("The board does not support sprints");
    }
    List<String> states = call.list("state");
    List<ObjectNode> sprints =
        jira.site().sprints().getOrDefault(board.path("id").asLong(), List.of()).stream()
            .filter(sprint -> states.isEmpty() || states.contains(sprint.path("state").asText()))
            .toList();
    return Paging.of(call, 50, 50)
        .beans(Optional.empty(), OptionalInt.empty(), sprints, jira.tree());
  }

  Response sprint(Call call) {
    return JsonBody.ok(findSprint(call), jira.tree());
  }

  Response sprintIssues(Call call) {
    long sprint = findSprint(call).path("id").asLong();
    String jql = call.text("jql");
    String restriction = jql.isEmpty() ? "" : " AND (" + jql + ")";
    List<SimIssue> found =
        jira.search().find(call.searched(), "sprint = " + sprint + restriction + " ORDER BY rank");
    Paging paging = Paging.of(call, 50, 1000);
    FieldSelection selection = FieldSelection.of(call.list("fields"), "*navigable");
    IssueWriter writer = jira.issueWriter(call);
    Limits limits = jira.limits();
    return JsonBody.ok(
        generator -> {
          generator.writeStartObject();
          generator.writeStringField("expand", "schema,names");
          generator.writeNumberField("startAt", paging.startAt());
          generator.writeNumberField("maxResults", paging.maxResults());
          generator.writeNumberField("total", found.size());
          generator.writeArrayFieldStart("issues");
          for (SimIssue issue : call.asTheyAre(paging.window(found))) {
            writer.write(
                generator,
                issue,
                selection,
                call.set("expand"),
                new IssueWriter.Embedded(limits.histories(), limits.comments(), limits.worklogs()));
          }
          generator.writeEndArray();
          generator.writeEndObject();
        });
  }

  private ObjectNode findBoard(Call call) {
    return jira.site().boards().stream()
        .filter(board -> !call.anonymous())
        .filter(board -> board.path("id").asText().equals(call.variable("board")))
        .findFirst()
        .orElseThrow(
            () ->
                ApiException.notFound(
                    "The requested board cannot be viewed because it either does not exist or"
                        + " you do not have permission to view it."));
  }

  private ObjectNode findSprint(Call call) {
    return jira.site().sprints().values().stream()
        .filter(sprints -> !call.anonymous())
        .flatMap(List::stream)
        .filter(sprint -> sprint.path("id").asText().equals(call.variable("sprint")))
        .findFirst()
        .orElseThrow(() -> ApiException.notFound("Sprint does not exist."));
  }

  private static boolean in(ObjectNode board, String project) {
    return board.path("location").path("projectKey").asText().equals(project)
        || board.path("location").path("projectId").asText().equals(project);
  }
}
