package dev.sluice.transforms;

import dev.sluice.transforms.failure.JiraFailures;
import dev.sluice.transforms.jira.IssuePage;
import dev.sluice.transforms.jira.IssuePages;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.jira.RequestStats;
import dev.sluice.transforms.jira.SearchRequest;
import dev.sluice.transforms.jql.Shard;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one shard from its first page to its last and reports what that came to. */
final class ShardReader {

  /** Everything one page can carry: what is not asked for would have to be fetched again. */
  private static final List<String> ALL_FIELDS = List.of("*all");

  private static final List<String> HISTORY = List.of("changelog");

  /** Room for the positions of one shard between two shard ordinals. */
  private static final long POSITIONS_PER_SHARD = 1_000_000;

  private final JiraClient client;
  private final int pageSize;

  ShardReader(JiraClient client, int pageSize) {
    this.client = client;
    this.pageSize = pageSize;
  }

  ShardReport read(Shard shard, Output<RawIssue> output) throws IOException {
    Tally tally = new Tally(client);
    ShardReport.@Nullable Failure failure = null;
    @Nullable Long expectedAfter = null;
    try {
      readToTheEnd(shard, output, tally);
      if (tally.rows != shard.expected()) {
        expectedAfter = client.count(shard.countJql());
        tally.observe();
      }
    } catch (JiraException e) {
      if (JiraFailures.endsTheRun(e)) {
        throw e;
      }
      failure = ShardReport.Failure.of(e);
      tally.observe();
    }
    return tally.report(shard, expectedAfter, failure);
  }

  /** A page token lives seven days and may be refused: the walk then begins anew, once. */
  private void readToTheEnd(Shard shard, Output<RawIssue> output, Tally tally) throws IOException {
    Set<String> seen = new HashSet<>();
    try {
      readPages(shard, seen, output, tally);
    } catch (JiraException.TokenRefused e) {
      readPages(shard, seen, output, tally);
    }
  }

  private void readPages(Shard shard, Set<String> seen, Output<RawIssue> output, Tally tally)
      throws IOException {
    IssuePages pages = client.search(new SearchRequest(shard.jql(), ALL_FIELDS, HISTORY, pageSize));
    for (Optional<IssuePage> page = pages.next(); page.isPresent(); page = pages.next()) {
      tally.page(page.get());
      for (byte[] json : page.get().issues()) {
        long position = shard.ordinal() * POSITIONS_PER_SHARD + tally.received++;
        if (seen.add(IssueIds.idOf(json, position))) {
          output.accept(new RawIssue(shard.id(), position, page.get().serverTime(), json));
          tally.rows++;
        }
      }
    }
  }

  /** What the shard has cost so far; every request it makes shows in the progress counters. */
  private static final class Tally {

    private final JiraClient client;
    private final RequestStats before;
    private final Instant startedAt = Instant.now();
    private RequestStats last;
    private long rows;
    private long received;
    private long pages;
    private long bytes;

    Tally(JiraClient client) {
      this.client = client;
      this.before = client.stats();
      this.last = before;
    }

    void page(IssuePage page) {
      pages++;
      bytes += page.bodyBytes();
      Progress.received(page.issues().size());
      observe();
    }

    void observe() {
      RequestStats now = client.stats();
      Progress.requested(now.since(last));
      last = now;
    }

    ShardReport report(
        Shard shard, @Nullable Long expectedAfter, ShardReport.@Nullable Failure failure) {
      RequestStats spent = last.since(before);
      return new ShardReport(
          shard.id(),
          ShardReport.Kind.ISSUES,
          shard.jql(),
          shard.range().from(),
          shard.range().to().orElse(null),
          shard.expected(),
          expectedAfter,
          rows,
          received,
          pages,
          spent.requests(),
          spent.retries(),
          spent.throttled().toMillis(),
          bytes,
          startedAt,
          Instant.now(),
          failure);
    }
  }
}
