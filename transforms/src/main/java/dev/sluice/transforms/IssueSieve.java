package dev.sluice.transforms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets an issue into one shard of a run only: tells which issues came by, or leaves out those that
 * came by before in another shard. Right behind the reader, so that nothing more is asked for an
 * issue that is left out.
 */
final class IssueSieve implements Step.Work<RawIssue, RawIssue> {

  private final boolean telling;
  private final List<String> passed = new ArrayList<>();
  private Set<String> elsewhere = Set.of();
  private @Nullable String shardId;
  private long leftOut;

  /** A sieve that tells, shard by shard, what passed it; or one that keeps that to itself. */
  IssueSieve(boolean telling) {
    this.telling = telling;
  }

  /** Leaves these issues out from now on. */
  void leaveOut(Set<String> issueIds) {
    elsewhere = issueIds;
  }

  @Override
  public void process(RawIssue issue, Output<RawIssue> next, Sides sides) throws IOException {
    shardId = issue.shardId();
    if (telling || !elsewhere.isEmpty()) {
      String id = IssueIds.idOf(issue.json(), issue.position());
      if (elsewhere.contains(id)) {
        leftOut++;
        return;
      }
      if (telling) {
        passed.add(id);
      }
    }
    next.accept(issue);
  }

  @Override
  public void finish(Output<RawIssue> next, Sides sides) throws IOException {
    if (shardId != null && leftOut > 0) {
      sides.detail(ShardDetail.ofLeftOut(shardId, leftOut));
    }
    if (shardId != null && telling) {
      sides.ids(new ShardIds(shardId, passed));
    }
    discard();
  }

  @Override
  public void discard() {
    passed.clear();
    shardId = null;
    leftOut = 0;
  }
}
