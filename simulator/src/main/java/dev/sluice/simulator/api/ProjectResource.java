package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.Standing;
import java.util.List;
import java.util.Locale;

/** Projects. */
record ProjectResource(ServedSite jira) {
  Response list(Call call) {
    boolean archivedToo = call.text("includeArchived").equals("true");
    List<ObjectNode> listed =
        visible(call).stream().filter(project -> archivedToo || !archived(project)).toList();
    return JsonBody.ok(generator -> jira.tree().writeAll(generator, listed));
  }

  Response search(Call call) {
    String query = call.text("query").toLowerCase(Locale.ROOT);
    List<String> keys = call.list("keys");
    List<String> ids = call.list("id");
    List<String> statuses = call.text("status").isEmpty() ? List.of("live") : call.list("status");
    List<ObjectNode> found =
        visible(call).stream()
            .filter(project -> statuses.contains(archived(project) ? "archived" : "live"))
            .filter(
                project ->
                    matches(project, query)
                        && (keys.isEmpty() || keys.contains(project.path("key").asText()))
                        && (ids.isEmpty() || ids.contains(project.path("id").asText())))
            .toList();
    return Paging.of(call, 50, 100).beans(jira.self(call, "/project/search"), found, jira.tree());
  }

  Response one(Call call) {
    return JsonBody.ok(find(call), jira.tree());
  }

  ObjectNode find(Call call) {
    String wanted = call.variable("project");
    return visible(call).stream()
        .filter(
            project ->
                project.path("id").asText().equals(wanted)
                    || project.path("key").asText().equalsIgnoreCase(wanted))
        .findFirst()
        .orElseThrow(
            () -> ApiException.notFound("No project could be found with key '" + wanted + "'."));
  }

  private List<ObjectNode> visible(Call call) {
    return call.anonymous()
        ? List.of()
        : jira.site().projects().stream()
            .filter(project -> standing(call, project) != Standing.HIDDEN)
            .map(project -> asItStands(call, project))
            .toList();
  }

  private static ObjectNode asItStands(Call call, ObjectNode project) {
    return standing(call, project) == Standing.ARCHIVED
        ? project.deepCopy().put("archived", true)
        : project;
  }

  private static Standing standing(Call call, ObjectNode project) {
    return call.index()
        .changes()
        .projects()
        .getOrDefault(project.path("key").asText(), Standing.PRESENT);
  }

  private static boolean archived(ObjectNode project) {
    return project.path("archived").asBoolean();
  }

  private static boolean matches(ObjectNode project, String query) {
    return project.path("key").asText().toLowerCase(Locale.ROOT).contains(query)
        || project.path("name").asText().toLowerCase(Locale.ROOT).contains(query);
  }
}
