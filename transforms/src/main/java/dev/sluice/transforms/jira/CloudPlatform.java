package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Jira Cloud: enhanced search with tokens, approximate counts, paged projects. */
final class CloudPlatform implements Platform {
  /** More is lowered by Jira without a word. */
  private static final int PROJECTS_PER_PAGE = 100;

  private final Exchange exchange;

  CloudPlatform(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public String apiPath() {
    return "/rest/api/3";
  }

  @Override
  public IssuePages search(SearchRequest request) {
    return new TokenPages(exchange, apiPath() + "/search/jql", request);
  }

  @Override
  public long count(String jql) {
    String json = Json.MAPPER.createObjectNode().put("jql", jql).toString();
    return exchange
        .send(Call.post(apiPath() + "/search/approximate-count", json, Bodies.number("count")))
        .orThrow();
  }

  @Override
  public List<JsonNode> projects() {
    List<JsonNode> projects = new ArrayList<>();
    while (true) {
      JsonNode page = exchange.send(projectPage(projects.size())).orThrow();
      page.path("values").forEach(projects::add);
      boolean whole = projects.size() >= page.path("total").asLong(Long.MAX_VALUE);
      if (page.path("values").isEmpty() || page.path("isLast").asBoolean(false) || whole) {
        return List.copyOf(projects);
      }
    }
  }

  private Call<JsonNode> projectPage(int startAt) {
    QueryParameters query =
        QueryParameters.none()
            .with("startAt", startAt)
            .with("maxResults", PROJECTS_PER_PAGE)
            .with("orderBy", "key")
            .with("status", "live")
            .with("status", "archived")
            .with("expand", "description,lead,url,projectKeys");
    return Call.get(apiPath() + "/project/search", query, Bodies.objectWith("values"));
  }
}
