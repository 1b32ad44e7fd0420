package dev.sluice.pipelines.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.transforms.jira.IssuePage;
import dev.sluice.transforms.jira.IssuePages;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.SearchRequest;
import dev.sluice.transforms.jql.IssueCounter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the planner asks, answered by Jira. */
final class JiraIssueCounter implements IssueCounter {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JiraClient client;

  JiraIssueCounter(JiraClient client) {
    this.client = client;
  }

  @Override
  public long count(String jql) {
    return client.count(jql);
  }

  @Override
  public Optional<String> keyAt(String jql, int position) {
    IssuePages pages =
        client.search(new SearchRequest(jql, List.of("key"), List.of(), position + 1));
    int before = position;
    Optional<IssuePage> page = pages.next();
    while (page.isPresent()) {
      List<byte[]> issues = page.get().issues();
      if (before < issues.size()) {
        return key(issues.get(before));
      }
      before -= issues.size();
      page = pages.next();
    }
    return Optional.empty();
  }

  @Override
  public List<String> projectKeys() {
    return client.projects().stream()
        .map(project -> project.path("key").asText(""))
        .filter(key -> !key.isEmpty())
        .toList();
  }

  private static Optional<String> key(byte[] issue) {
    try {
      JsonNode key = MAPPER.readTree(issue).path("key");
      return key.isTextual() ? Optional.of(key.asText()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
