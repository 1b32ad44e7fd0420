package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what a site holds besides issues, each kind whole, as Jira sends it. Obtained from {@link
 * JiraClient#catalogue()}. Thread-safe.
 */
public final class JiraCatalogue {
  private static final String BOARDS = "/rest/agile/1.0/board";

  /** More is lowered by Jira without a word. */
  private static final int PER_PAGE = 50;

  private final Exchange exchange;
  private final Platform platform;

  JiraCatalogue(Exchange exchange, Platform platform) {
    this.exchange = exchange;
    this.platform = platform;
  }

  /** Returns every project the account may see, archived ones included; 100 a request on Cloud. */
  public List<JsonNode> projects() {
    return platform.projects();
  }

  /** Returns one project with its components (without their leads) and versions; one request. */
  public JsonNode project(String projectId) {
    return exchange
        .send(
            Call.get(
                    platform.apiPath() + "/project/" + projectId,
                    QueryParameters.none(),
                    Bodies.object())
                .countedAs("GET " + platform.apiPath() + "/project/{id}"))
        .orThrow();
  }

  /** Returns the components of a project. */
  public List<JsonNode> components(String projectId) {
    return platform.components(projectId);
  }

  /** Returns the versions of a project; 50 a request. */
  public List<JsonNode> versions(String projectId) {
    String projects = platform.apiPath() + "/project/";
    return new ValuePages(exchange, projects + projectId + "/version", projects + "{id}/version")
        .all(QueryParameters.none(), PER_PAGE);
  }

  /**
   * Returns the people of the directory, those who left included.
   *
   * @throws JiraException.Forbidden when the account may not browse users
   */
  public List<JsonNode> users() {
    return platform.users();
  }

  /**
   * Returns a list that comes in one piece.
   *
   * @param resource of the platform interface, such as {@code /status}
   */
  public List<JsonNode> list(String resource) {
    return array(exchange, platform.apiPath() + resource);
  }

  /**
   * Returns those of the custom fields that exist, whether the account sees them in issues or not;
   * Cloud only.
   *
   * @param ids at most 50, for one request
   * @throws JiraException.Forbidden when the account is no administrator
   */
  public List<JsonNode> customFields(List<String> ids) {
    String path = platform.apiPath() + "/field/search";
    QueryParameters query = QueryParameters.none().with("type", "custom");
    for (String id : ids) {
      query = query.with("id", id);
    }
    return new ValuePages(exchange, path, path).all(query, PER_PAGE);
  }

  /**
   * Returns boards, 50 a request.
   *
   * @param projectKeys only those of interest to these projects, which costs a request for each;
   *     all boards when empty
   */
  public List<JsonNode> boards(List<String> projectKeys) {
    ValuePages pages = new ValuePages(exchange, BOARDS, BOARDS);
    if (projectKeys.isEmpty()) {
      return pages.all(QueryParameters.none(), PER_PAGE);
    }
    Map<String, JsonNode> boards = new LinkedHashMap<>();
    for (String key : projectKeys) {
      pages
          .all(QueryParameters.none().with("projectKeyOrId", key), PER_PAGE)
          .forEach(board -> boards.putIfAbsent(board.path("id").asText(), board));
    }
    return List.copyOf(boards.values());
  }

  /**
   * Returns the sprints shown on a board, 50 a request.
   *
   * @throws JiraException.Refused with status 400 when the board has no sprints
   */
  public List<JsonNode> sprints(String boardId) {
    return new ValuePages(exchange, BOARDS + "/" + boardId + "/sprint", BOARDS + "/{id}/sprint")
        .all(QueryParameters.none(), PER_PAGE);
  }

  static List<JsonNode> array(Exchange exchange, String path) {
    List<JsonNode> elements = new ArrayList<>();
    exchange
        .send(Call.get(path, QueryParameters.none(), Bodies.array()))
        .orThrow()
        .forEach(elements::add);
    return List.copyOf(elements);
  }
}
