package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Jira Data Center and Server: search with offsets, exact counts, projects in one piece. */
final class DataCenterPlatform implements Platform {
  private final Exchange exchange;

  DataCenterPlatform(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public String apiPath() {
    return "/rest/api/2";
  }

  @Override
  public IssuePages search(SearchRequest request) {
    return new OffsetPages(exchange, apiPath() + "/search", request);
  }

  @Override
  public long count(String jql) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("jql", jql).put("maxResults", 0);
    body.putArray("fields").add("key");
    return exchange
        .send(Call.post(apiPath() + "/search", body.toString(), Bodies.number("total")))
        .orThrow();
  }

  @Override
  public List<JsonNode> projects() {
    QueryParameters query =
        QueryParameters.none()
            .with("includeArchived", "true")
            .with("expand", "description,lead,url,projectKeys");
    List<JsonNode> projects = new ArrayList<>();
    exchange
        .send(Call.get(apiPath() + "/project", query, Bodies.array()))
        .orThrow()
        .forEach(projects::add);
    return List.copyOf(projects);
  }
}
