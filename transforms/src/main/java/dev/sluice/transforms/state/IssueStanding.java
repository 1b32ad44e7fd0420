package dev.sluice.transforms.state;

import java.time.Instant;
import java.util.Optional;

/**
 * The newest version of an issue that any run has read, and whether the issue is still there.
 *
 * @param updated Jira's time of its last change, UTC
 * @param readAt the server's time when it was read, UTC
 * @param runId the run that read it
 * @param shardId the shard of that run
 * @param foundGone when it was found gone, last, UTC; it may have been read since
 * @param gone whether it is gone
 */
public record IssueStanding(
    Instant updated,
    Instant readAt,
    String runId,
    String shardId,
    Optional<Instant> foundGone,
    boolean gone) {

  /** Whether another version of the issue is this one. */
  public boolean isVersion(IssueStanding other) {
    return runId.equals(other.runId) && shardId.equals(other.shardId);
  }
}
