package dev.sluice.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.http.Response;
import dev.sluice.simulator.site.SimIssue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Components, versions and statuses of a project: its own lists, or what its issues mention. */
final class ProjectParts {
  private final ServedSite jira;
  private final ProjectResource projects;
  private final Map<String, List<JsonNode>> mentioned = new ConcurrentHashMap<>();

  ProjectParts(ServedSite jira, ProjectResource projects) {
    this.jira = jira;
    this.projects = projects;
  }

  Response components(Call call) {
    return list(parts(call, "components", List.of("components")));
  }

  Response versions(Call call) {
    return list(parts(call, "versions", List.of("fixVersions", "versions")));
  }

  Response componentPage(Call call) {
    return Paging.of(call, 50, 100)
        .beans(
            jira.self(call, "/project/" + call.variable("project") + "/component"),
            parts(call, "components", List.of("components")),
            jira.tree());
  }

  Response versionPage(Call call) {
    return Paging.of(call, 50, 100)
        .beans(
            jira.self(call, "/project/" + call.variable("project") + "/version"),
            parts(call, "versions", List.of("fixVersions", "versions")),
            jira.tree());
  }

  /** Every issue type with the statuses of its workflow; here all share one workflow. */
  Response statuses(Call call) {
    projects.find(call);
    ArrayNode types = JsonBody.MAPPER.createArrayNode();
    for (ObjectNode type : jira.definitions().issueTypes()) {
      ObjectNode entry = types.addObject();
      entry.put("self", jira.self(call, "/issuetype/" + type.path("id").asText()));
      entry.put("id", type.path("id").asText());
      entry.put("name", type.path("name").asText());
      entry.put("subtask", type.path("subtask").asBoolean());
      entry.putArray("statuses").addAll(jira.definitions().statuses());
    }
    return JsonBody.ok(types, jira.tree());
  }

  private Response list(List<JsonNode> parts) {
    return JsonBody.ok(generator -> jira.tree().writeAll(generator, parts));
  }

  private List<JsonNode> parts(Call call, String list, List<String> fields) {
    ObjectNode project = projects.find(call);
    if (project.path(list).isArray()) {
      List<JsonNode> own = new ArrayList<>();
      project.path(list).forEach(own::add);
      return own;
    }
    String key = project.path("key").asText();
    return mentioned.computeIfAbsent(key + " " + list, k -> mentions(key, fields));
  }

  private List<JsonNode> mentions(String project, List<String> fields) {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    for (SimIssue issue : jira.atRest().atRest()) {
      JsonNode values = issue.json().path("fields");
      if (values.path("project").path("key").asText().equals(project)) {
        for (String field : fields) {
          values.path(field).forEach(part -> byId.put(part.path("id").asText(), part));
        }
      }
    }
    return List.copyOf(byId.values());
  }
}
