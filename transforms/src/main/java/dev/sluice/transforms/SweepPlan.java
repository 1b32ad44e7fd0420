package dev.sluice.transforms;

import dev.sluice.schemas.layout.SweepCounts;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.RequestStats;
import dev.sluice.transforms.jql.IssueCounter;
import dev.sluice.transforms.jql.Shard;
import dev.sluice.transforms.state.CurrentState;
import dev.sluice.transforms.sweep.SuspiciousCensusException;
import dev.sluice.transforms.sweep.Sweep;
import dev.sluice.transforms.sweep.SweepFindings;
import dev.sluice.transforms.sweep.SweepRequest;
import dev.sluice.transforms.sweep.Tombstone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a sweep will do.
 *
 * @param shards of the issues to be read
 * @param tombstones of the issues to be hidden
 * @param counts what was found
 * @param census how the census went, as a shard of the run: with its cost, the second look
 *     included, and what a person should know
 */
public record SweepPlan(
    List<Shard> shards, List<Tombstone> tombstones, SweepCounts counts, ShardReport census) {

  /** The shard that stands for the census; its file holds the tombstones. */
  public static final String CENSUS = "census";

  private static final String PREFIX = "sweep";

  public SweepPlan {
    shards = List.copyOf(shards);
    tombstones = List.copyOf(tombstones);
  }

  /**
   * Takes the census, looks again at what it lacks, and plans. Writes nothing.
   *
   * @param counter what the planner of shards asks
   * @throws SuspiciousCensusException when the census must not be acted upon
   */
  public static SweepPlan of(
      SweepRequest request, CurrentState state, JiraClient client, IssueCounter counter) {
    Instant startedAt = Instant.now();
    RequestStats before = client.stats();
    SweepFindings found = Sweep.of(request, state, client, counter);
    RequestStats spent = client.stats().since(before);
    Instant finishedAt = Instant.now();
    List<Shard> shards =
        IssueIdShards.plan(PREFIX, 0, found.toFetch(), Optional.empty(), counter).shards();
    return new SweepPlan(
        shards,
        found.tombstones(),
        found.counts(),
        new ShardReport(
            CENSUS,
            ShardReport.Kind.CENSUS,
            found.jql(),
            null,
            null,
            found.expected(),
            null,
            found.counts().listed(),
            found.received(),
            found.pages(),
            spent.requests(),
            spent.retries(),
            spent.throttled().toMillis(),
            spent.bodyBytes(),
            startedAt,
            finishedAt,
            null,
            0,
            found.remarks(),
            0,
            null));
  }
}
