package dev.sluice.transforms;

import dev.sluice.transforms.failure.JiraFailures;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.jql.Shard;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one shard from its first page to its last and reports what that came to. What came is
 * compared with what was counted when the run was planned, and where the two differ, settled: see
 * {@link ShardRecount}.
 */
final class ShardReader {

  private final JiraClient client;
  private final int pageSize;
  private final double tolerance;

  /** A reader that takes a count for right when it is too high by no more than this share of it. */
  ShardReader(JiraClient client, int pageSize, double tolerance) {
    this.client = client;
    this.pageSize = pageSize;
    this.tolerance = tolerance;
  }

  ShardReport read(Shard shard, Output<RawIssue> output) throws IOException {
    ShardTally tally = new ShardTally(client);
    IssueIntake intake = new IssueIntake(shard, output);
    Shard readable = shard;
    ShardReport.@Nullable Failure failure = null;
    @Nullable Listing listing = null;
    boolean isRead = false;
    try {
      while (!isRead) {
        try {
          listing = readAll(readable, tally, intake);
          isRead = true;
        } catch (JiraException.Refused e) {
          readable = withoutTheVanished(readable, e);
          isRead = readable.named().isEmpty();
        }
      }
    } catch (JiraException e) {
      if (JiraFailures.endsTheRun(e)) {
        throw e;
      }
      failure = ShardReport.Failure.of(e);
      tally.observe();
    }
    return tally.report(readable, intake, listing, failure);
  }

  private @Nullable Listing readAll(Shard shard, ShardTally tally, IssueIntake intake)
      throws IOException {
    new ShardWalk(client, shard)
        .issues(
            pageSize,
            page -> {
              tally.page(page);
              intake.take(page);
            });
    return intake.handedOn() == shard.expected()
        ? null
        : new ShardRecount(client, shard, tally, intake, pageSize).settle(tolerance);
  }

  /** An issue that its query names may be deleted after the shard was planned. */
  private Shard withoutTheVanished(Shard shard, JiraException.Refused refusal) {
    List<String> named = shard.named();
    if (named.isEmpty()) {
      throw refusal;
    }
    KnownIssues known =
        KnownIssues.of(named, ids -> shard.naming(ids, 0).countJql(), client::count);
    if (known.unknown().isEmpty()) {
      throw refusal;
    }
    return shard.naming(known.ids(), known.count());
  }
}
