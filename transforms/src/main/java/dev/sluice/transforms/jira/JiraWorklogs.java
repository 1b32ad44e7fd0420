package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells which worklogs of a site changed: a worklog can change or vanish without its issue's {@code
 * updated} moving. Obtained from {@link JiraClient#worklogs()}. Thread-safe.
 */
public final class JiraWorklogs {
  private static final int MOST_IDS = 1_000;

  private final Exchange exchange;
  private final Platform platform;

  JiraWorklogs(Exchange exchange, Platform platform) {
    this.exchange = exchange;
    this.platform = platform;
  }

  /** Returns the worklogs written or changed since then, inclusive; 1,000 a request. */
  public WorklogChanges changedSince(Instant since) {
    return walk("/worklog/updated", since);
  }

  /** Returns the worklogs deleted since then, inclusive; 1,000 a request. */
  public WorklogChanges deletedSince(Instant since) {
    return walk("/worklog/deleted", since);
  }

  /**
   * Returns the ids of the issues that hold these worklogs; 1,000 a request. Worklogs that are gone
   * or hidden have none.
   */
  public Set<String> issuesOf(Collection<Long> worklogIds) {
    Set<String> issueIds = new TreeSet<>();
    List<Long> ids = worklogIds.stream().sorted().toList();
    String path = platform.apiPath() + "/worklog/list";
    for (int from = 0; from < ids.size(); from += MOST_IDS) {
      ObjectNode body = Json.MAPPER.createObjectNode();
      ArrayNode some = body.putArray("ids");
      ids.subList(from, Math.min(ids.size(), from + MOST_IDS)).forEach(some::add);
      JsonNode worklogs = exchange.send(Call.post(path, body.toString(), Bodies.array())).orThrow();
      for (JsonNode worklog : worklogs) {
        if (worklog.hasNonNull("issueId")) {
          issueIds.add(worklog.get("issueId").asText());
        }
      }
    }
    return issueIds;
  }

  private WorklogChanges walk(String resource, Instant since) {
    String path = platform.apiPath() + resource;
    return WorklogWalk.from(
        since.toEpochMilli(),
        from ->
            exchange
                .send(Call.get(path, QueryParameters.none().with("since", from), WorklogPage::read))
                .orThrow());
  }
}
