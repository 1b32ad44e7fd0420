package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Jira Data Center and Server: search with offsets, exact counts, projects in one piece. */
final class DataCenterPlatform implements Platform {
  /** The limit a server has unless its operator changes it. */
  private static final int IDS_PER_PAGE = 1_000;

  private static final int COMMENTS_PER_PAGE = 5_000;
  private static final int STREAMED_USERS_PER_PAGE = 2_000;

  /** Its documentation says 1,000 (JRASERVER-78660). */
  private static final int SEARCHED_USERS_PER_PAGE = 100;

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

  @Override
  public List<JsonNode> components(String projectId) {
    String projects = apiPath() + "/project/";
    List<JsonNode> components = new ArrayList<>();
    exchange
        .send(
            Call.get(projects + projectId + "/components", QueryParameters.none(), Bodies.array())
                .countedAs("GET " + projects + "{id}/components"))
        .orThrow()
        .forEach(components::add);
    return List.copyOf(components);
  }

  /** The stream of everybody is new in 10; older servers only search, and a dot finds all. */
  @Override
  public List<JsonNode> users() {
    try {
      return streamedUsers();
    } catch (JiraException.NotFound e) {
      String path = apiPath() + "/user/search";
      QueryParameters query =
          QueryParameters.none().with("username", ".").with("includeInactive", "true");
      return new ValuePages(exchange, path, path).allBare(query, SEARCHED_USERS_PER_PAGE);
    }
  }

  private List<JsonNode> streamedUsers() {
    List<JsonNode> users = new ArrayList<>();
    Set<String> cursors = new HashSet<>();
    String cursor = "";
    do {
      QueryParameters query = QueryParameters.none().with("maxResults", STREAMED_USERS_PER_PAGE);
      JsonNode page =
          exchange
              .send(
                  Call.get(
                      apiPath() + "/user/list",
                      cursor.isEmpty() ? query : query.with("cursor", cursor),
                      Bodies.objectWith("values")))
              .orThrow();
      page.path("values").forEach(users::add);
      boolean last = page.path("isLast").asBoolean(false);
      cursor = last || page.path("nextCursor").isNull() ? "" : page.path("nextCursor").asText("");
      if (!cursor.isEmpty() && !cursors.add(cursor)) {
        throw new JiraException.Malformed(
            Problems.endless(apiPath() + "/user/list", "a cursor was given before"));
      }
    } while (!cursor.isEmpty());
    return List.copyOf(users);
  }

  @Override
  public int idsPerPage() {
    return IDS_PER_PAGE;
  }

  @Override
  public boolean bulkIssues() {
    return false;
  }

  @Override
  public boolean bulkChangelogs() {
    return false;
  }

  /** Histories come only with their issue; worklogs come all at once, comments by pages. */
  @Override
  public ChildRequest children(ChildKind kind, String issueId) {
    String issues = apiPath() + "/issue/";
    return switch (kind) {
      case HISTORIES ->
          new ChildRequest(
              issues + issueId,
              issues + "{id}",
              QueryParameters.none().with("fields", "key").with("expand", kind.holder()),
              0,
              new ChildPageReader(kind.holder(), kind.list()));
      case COMMENTS, WORKLOGS ->
          new ChildRequest(
              issues + issueId + "/" + kind.holder(),
              issues + "{id}/" + kind.holder(),
              QueryParameters.none(),
              kind == ChildKind.COMMENTS ? COMMENTS_PER_PAGE : 0,
              new ChildPageReader("", kind.list()));
    };
  }
}
