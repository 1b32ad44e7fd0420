package dev.sluice.transforms;

import dev.sluice.transforms.jira.IssueChildren;
import java.util.ArrayList;
import java.util.List;

/**
 * Cut issues of one shard that wait to be completed together: as many as one bulk request may name,
 * and no more than a worker can hold.
 */
final class CutIssues {

  private static final long MOST_BYTES = 32L << 20;
  private static final long MOST_CHILDREN = 20_000;

  private final List<CutIssue> issues = new ArrayList<>();
  private long bytes;
  private long children;

  boolean accepts(CutIssue issue) {
    return issues.isEmpty()
        || (issues.size() < IssueChildren.MOST_ISSUES
            && issues.get(0).issue().shardId().equals(issue.issue().shardId())
            && bytes + issue.issue().json().length <= MOST_BYTES
            && children + issue.wanted() <= MOST_CHILDREN);
  }

  void add(CutIssue issue) {
    issues.add(issue);
    bytes += issue.issue().json().length;
    children += issue.wanted();
  }

  /** Hands out all there are and keeps none. */
  List<CutIssue> take() {
    List<CutIssue> taken = List.copyOf(issues);
    issues.clear();
    bytes = 0;
    children = 0;
    return taken;
  }
}
