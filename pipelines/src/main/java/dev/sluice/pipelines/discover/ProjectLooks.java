package dev.sluice.pipelines.discover;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.issue.IssueJson;
import dev.sluice.transforms.jira.IssuePage;
import dev.sluice.transforms.jira.IssuePages;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.jira.SearchRequest;
import dev.sluice.transforms.jql.Jql;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Asks for issues of projects: how many there are, and a page of the latest.
 *
 * @param scope JQL without an order, of the bounded kind
 * @param perProject issues asked for
 */
record ProjectLooks(JiraClient client, String scope, int perProject) {

  /** Jira may send fewer; more it never sends at once with a field. */
  private static final int LATEST = 1_000;

  private static final String LATEST_FIRST = " ORDER BY updated DESC, key DESC";

  /** One request, and one more where there are issues. What Jira keeps to itself is said so. */
  Look into(FoundProject project) {
    String jql = scope + " AND project = " + Jql.quote(project.key());
    try {
      long issues = client.count(jql);
      Sample sample = Sample.of(issues == 0 ? List.of() : latest(jql, "*all", perProject));
      return new Look(project.with(issues, sample.issues()), sample);
    } catch (JiraException.Refused | JiraException.Forbidden | JiraException.NotFound e) {
      return new Look(
          project.unreadableBecause(String.valueOf(e.getMessage())), Sample.of(List.of()));
    }
  }

  /** One request: how many of the latest issues each project has, by key. */
  Map<String, Integer> liveliness() {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode issue : latest(scope, "project", LATEST)) {
      counts.merge(issue.path("fields").path("project").path("key").asText(), 1, Integer::sum);
    }
    return counts;
  }

  /** The first page that holds any: empty ones before it are lawful. */
  private List<JsonNode> latest(String jql, String fields, int most) {
    IssuePages pages =
        client.search(new SearchRequest(jql + LATEST_FIRST, List.of(fields), List.of(), most));
    Optional<IssuePage> page = pages.next();
    while (page.isPresent() && page.get().issues().isEmpty()) {
      page = pages.next();
    }
    List<JsonNode> issues = new ArrayList<>();
    for (byte[] issue : page.map(IssuePage::issues).orElse(List.of())) {
      readable(issue).ifPresent(issues::add);
    }
    return issues;
  }

  /** A run sets an issue aside that is no JSON; a sample does without it. */
  private static Optional<JsonNode> readable(byte[] issue) {
    try {
      return Optional.of(IssueJson.mapper().readTree(issue));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
