package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks issues up by their ids in Jira's database, not in the index its searches read. Obtained
 * from {@link JiraClient#lookup()}. Thread-safe.
 */
public final class IssueLookup {

  /** How many issues a bulk fetch of Cloud takes. */
  private static final int MOST_ISSUES = 100;

  private static final String BROWSE = "BROWSE_PROJECTS";

  private final Exchange exchange;
  private final Platform platform;

  IssueLookup(Exchange exchange, Platform platform) {
    this.exchange = exchange;
    this.platform = platform;
  }

  /**
   * What became of the issues asked for. An id that is in neither does not exist or is hidden from
   * the account; Cloud never tells which.
   *
   * @param found by id
   * @param forbidden those that exist, and that Jira says the account may not see
   */
  public record Answer(Map<Long, FoundIssue> found, Set<Long> forbidden) {

    /** Copies both. */
    public Answer {
      found = Map.copyOf(found);
      forbidden = Set.copyOf(forbidden);
    }
  }

  /** Looks up any number of issues: 100 a request on Cloud, one a request on Data Center. */
  public Answer find(Collection<Long> issueIds) {
    Map<Long, FoundIssue> found = new HashMap<>();
    Set<Long> forbidden = new HashSet<>();
    List<Long> oneByOne = List.copyOf(issueIds);
    if (platform.bulkIssues()) {
      List<Long> all = oneByOne;
      oneByOne = new ArrayList<>();
      for (int from = 0; from < all.size(); from += MOST_ISSUES) {
        oneByOne.addAll(bulk(all.subList(from, Math.min(all.size(), from + MOST_ISSUES)), found));
      }
    }
    for (long id : oneByOne) {
      try {
        add(one(id), found);
      } catch (JiraException.NotFound gone) {
        // In neither: that is the answer.
      } catch (JiraException.Forbidden e) {
        forbidden.add(id);
      }
    }
    return new Answer(found, forbidden);
  }

  /** Tells whether Jira says that the account may see the issues of a project. */
  public boolean mayBrowse(String projectId) {
    QueryParameters query =
        QueryParameters.none().with("projectId", projectId).with("permissions", BROWSE);
    try {
      return exchange
          .send(Call.get(platform.apiPath() + "/mypermissions", query, Bodies.object()))
          .orThrow()
          .path("permissions")
          .path(BROWSE)
          .path("havePermission")
          .asBoolean(false);
    } catch (JiraException.NotFound | JiraException.Forbidden | JiraException.Refused e) {
      return false;
    }
  }

  /** Returns those that Jira failed to fetch: they may exist. */
  private List<Long> bulk(List<Long> ids, Map<Long, FoundIssue> found) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ids.forEach(id -> body.withArray("issueIdsOrKeys").add(Long.toString(id)));
    FoundIssue.FIELDS.forEach(body.withArray("fields")::add);
    JsonNode answer =
        exchange
            .send(
                Call.post(
                    platform.apiPath() + "/issue/bulkfetch",
                    body.toString(),
                    Bodies.objectWith("issues")))
            .orThrow();
    answer.path("issues").forEach(issue -> add(issue, found));
    List<Long> failed = new ArrayList<>();
    for (JsonNode error : answer.path("issueErrors")) {
      long id = error.path("id").asLong(-1);
      if (ids.contains(id) && !found.containsKey(id)) {
        failed.add(id);
      }
    }
    return failed;
  }

  private JsonNode one(long id) {
    String issues = platform.apiPath() + "/issue/";
    QueryParameters query =
        QueryParameters.none().with("fields", String.join(",", FoundIssue.FIELDS));
    return exchange
        .send(Call.get(issues + id, query, Bodies.object()).countedAs("GET " + issues + "{id}"))
        .orThrow();
  }

  private static void add(JsonNode issue, Map<Long, FoundIssue> found) {
    FoundIssue known = FoundIssue.of(issue);
    found.put(known.id(), known);
  }
}
