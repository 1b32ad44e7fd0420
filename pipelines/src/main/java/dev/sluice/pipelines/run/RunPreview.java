package dev.sluice.pipelines.run;

import dev.sluice.transforms.jql.Shard;
import java.util.List;

/**
 * What a run would do.
 *
 * @param jira the server in words
 * @param planningRequests requests spent to find this out
 * @param pageSize issues asked for with one request
 * @param requestsPerSecond the budget
 * @param dimensions how many dimensions are reloaded
 */
public record RunPreview(
    String jira,
    ChosenInterval interval,
    List<Shard> shards,
    long planningRequests,
    int pageSize,
    double requestsPerSecond,
    int dimensions) {

  public RunPreview {
    shards = List.copyOf(shards);
  }

  /** Issues that Jira counted. */
  public long issues() {
    return shards.stream().mapToLong(Shard::expected).sum();
  }

  /**
   * Requests the run would send, planning included; at least one page a shard and one request a
   * dimension. Lists that Jira cuts off cost more, and so do components, versions and sprints, by
   * the project and the board.
   */
  public long requests() {
    long pages =
        shards.stream()
            .mapToLong(shard -> Math.max(1, -Math.floorDiv(-shard.expected(), (long) pageSize)))
            .sum();
    return planningRequests + pages + dimensions;
  }

  /** Minutes those requests take at the budget. */
  public double minutes() {
    return requests() / requestsPerSecond / 60;
  }
}
