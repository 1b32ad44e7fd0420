package dev.sluice.transforms;

import dev.sluice.transforms.jira.IssuePage;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.RequestStats;
import dev.sluice.transforms.jql.Shard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shard has cost so far; every request it makes shows in the progress counters. */
final class ShardTally {

  private final JiraClient client;
  private final RequestStats before;
  private final Instant startedAt = Instant.now();
  private RequestStats last;
  private long pages;
  private long bytes;
  private @Nullable Long countedLast;

  ShardTally(JiraClient client) {
    this.client = client;
    this.before = client.stats();
    this.last = before;
  }

  /** A page of whole issues. */
  void page(IssuePage page) {
    pages++;
    Progress.received(page.issues().size());
    listed(page);
  }

  /** A page of which only the ids are wanted. */
  void listed(IssuePage page) {
    bytes += page.bodyBytes();
    observe();
  }

  void counted(long issues) {
    countedLast = issues;
    observe();
  }

  void observe() {
    RequestStats now = client.stats();
    Progress.requested(now.since(last));
    last = now;
  }

  ShardReport report(
      Shard shard,
      IssueIntake intake,
      @Nullable Listing listing,
      ShardReport.@Nullable Failure failure) {
    RequestStats spent = last.since(before);
    return new ShardReport(
        shard.id(),
        ShardReport.Kind.ISSUES,
        shard.jql(),
        shard.range().from(),
        shard.range().to().orElse(null),
        shard.expected(),
        countedLast,
        intake.handedOn(),
        intake.received(),
        pages,
        spent.requests(),
        spent.retries(),
        spent.throttled().toMillis(),
        bytes,
        startedAt,
        Instant.now(),
        failure,
        0,
        List.of(),
        0,
        listing);
  }
}
