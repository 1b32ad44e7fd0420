package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Jira Cloud: enhanced search with tokens, approximate counts, paged projects. */
final class CloudPlatform implements Platform {
  /** More is lowered by Jira without a word. */
  private static final int PROJECTS_PER_PAGE = 100;

  private static final int IDS_PER_PAGE = 5_000;
  private static final int COMPONENTS_PER_PAGE = 50;
  private static final int USERS_PER_PAGE = 1_000;
  private static final int HISTORIES_PER_PAGE = 100;
  private static final int CHILDREN_PER_PAGE = 5_000;

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
    QueryParameters query =
        QueryParameters.none()
            .with("orderBy", "key")
            .with("status", "live")
            .with("status", "archived")
            .with("expand", "description,lead,url,projectKeys");
    String path = apiPath() + "/project/search";
    return new ValuePages(exchange, path, path).all(query, PROJECTS_PER_PAGE);
  }

  @Override
  public List<JsonNode> components(String projectId) {
    String projects = apiPath() + "/project/";
    return new ValuePages(
            exchange, projects + projectId + "/component", projects + "{id}/component")
        .all(QueryParameters.none(), COMPONENTS_PER_PAGE);
  }

  @Override
  public List<JsonNode> users() {
    String path = apiPath() + "/users/search";
    return new ValuePages(exchange, path, path).allBare(QueryParameters.none(), USERS_PER_PAGE);
  }

  @Override
  public int idsPerPage() {
    return IDS_PER_PAGE;
  }

  @Override
  public boolean bulkIssues() {
    return true;
  }

  @Override
  public boolean bulkChangelogs() {
    return true;
  }

  @Override
  public ChildRequest children(ChildKind kind, String issueId) {
    String issues = apiPath() + "/issue/";
    String resource = "/" + kind.holder();
    // The changelog alone names its list like any other page.
    boolean histories = kind == ChildKind.HISTORIES;
    return new ChildRequest(
        issues + issueId + resource,
        issues + "{id}" + resource,
        QueryParameters.none(),
        histories ? HISTORIES_PER_PAGE : CHILDREN_PER_PAGE,
        new ChildPageReader("", histories ? "values" : kind.list()));
  }
}
