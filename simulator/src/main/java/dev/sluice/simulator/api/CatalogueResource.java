package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Response;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Fields, statuses, issue types, priorities and resolutions. */
record CatalogueResource(ServedSite jira) {
  Response fields(Call call) {
    return list(call, jira.definitions().shownFields());
  }

  Response fieldSearch(Call call) {
    if (!jira.definitions().administrator()) {
      throw ApiException.of(403, List.of("Only Jira administrators can perform this operation."));
    }
    String query = call.text("query").toLowerCase(Locale.ROOT);
    List<String> types = call.list("type");
    List<String> ids = call.list("id");
    Predicate<ObjectNode> wanted =
        field ->
            field.path("name").asText().toLowerCase(Locale.ROOT).contains(query)
                && (ids.isEmpty() || ids.contains(field.path("id").asText()))
                && (types.isEmpty()
                    || types.contains(field.path("custom").asBoolean() ? "custom" : "system"));
    List<ObjectNode> found =
        jira.definitions().fields().stream().filter(wanted).map(CatalogueResource::slim).toList();
    return Paging.of(call, 50, 100).beans(jira.self(call, "/field/search"), found, jira.tree());
  }

  /** The search does not tell how a field may be used, unlike the plain list. */
  private static ObjectNode slim(ObjectNode field) {
    return field.deepCopy().retain(List.of("id", "key", "name", "schema", "description"));
  }

  Response statuses(Call call) {
    return list(call, jira.definitions().statuses());
  }

  Response issueTypes(Call call) {
    return list(call, jira.definitions().issueTypes());
  }

  Response priorities(Call call) {
    return list(call, jira.definitions().priorities());
  }

  Response resolutions(Call call) {
    return list(call, jira.site().resolutions());
  }

  Response statusSearch(Call call) {
    return page(
        call,
        "/statuses/search",
        jira.definitions().statuses().stream().map(CatalogueResource::workflowStatus).toList());
  }

  /** This endpoint names categories in capitals, unlike every other. */
  private static ObjectNode workflowStatus(ObjectNode status) {
    ObjectNode json = status.deepCopy().retain(List.of("id", "name", "description", "scope"));
    return json.put(
        "statusCategory",
        switch (status.path("statusCategory").path("key").asText()) {
          case "done" -> "DONE";
          case "indeterminate" -> "IN_PROGRESS";
          default -> "TODO";
        });
  }

  Response prioritySearch(Call call) {
    return page(call, "/priority/search", jira.definitions().priorities());
  }

  Response resolutionSearch(Call call) {
    return page(call, "/resolution/search", jira.site().resolutions());
  }

  private Response page(Call call, String path, List<ObjectNode> nodes) {
    return Paging.of(call, 50, 200)
        .beans(jira.self(call, path), call.anonymous() ? List.of() : nodes, jira.tree());
  }

  private Response list(Call call, List<ObjectNode> nodes) {
    List<ObjectNode> visible = call.anonymous() ? List.of() : nodes;
    return JsonBody.ok(generator -> jira.tree().writeAll(generator, visible));
  }
}
