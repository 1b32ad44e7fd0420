package dev.sluice.pipelines.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.pipelines.config.JiraConfig;
import dev.sluice.schemas.value.Timestamps;
import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.SearchRequest;
import dev.sluice.transforms.jql.IssueCounter;
import dev.sluice.transforms.jql.PlanRequest;
import dev.sluice.transforms.jql.Shard;
import dev.sluice.transforms.jql.ShardPlanner;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks Jira how many issues there are where, and cuts the interval accordingly. */
final class ShardPlanning {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ShardPlanning() {}

  static List<Shard> plan(
      JiraClient client, JiraConfig jira, JiraSite site, ChosenInterval interval) {
    IssueCounter counter = new JiraIssueCounter(client);
    PlanRequest request =
        new PlanRequest(
            Scopes.of(jira),
            interval.field(),
            interval.range(),
            interval.mode().readsEverything() ? earliest(client, jira) : Optional.empty(),
            site.now(),
            jira.budget().concurrency(),
            PlanRequest.DEFAULT_MAX_SIZE,
            site.server().edition() == Edition.CLOUD ? PlanRequest.APPROXIMATE : PlanRequest.EXACT);
    return new ShardPlanner().plan(request, counter);
  }

  /** One request that saves several: where the first load begins to cut. */
  private static Optional<Instant> earliest(JiraClient client, JiraConfig jira) {
    String oldestFirst = Scopes.allIssues(jira) + " ORDER BY created ASC";
    SearchRequest request = new SearchRequest(oldestFirst, List.of("created"), List.of(), 1);
    return client.search(request).next().stream()
        .flatMap(page -> page.issues().stream())
        .findFirst()
        .flatMap(ShardPlanning::created);
  }

  /** Only a hint: what cannot be read is as good as none. */
  private static Optional<Instant> created(byte[] issue) {
    try {
      String stamp = MAPPER.readTree(issue).path("fields").path("created").asText("");
      return Timestamps.parse(stamp);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
