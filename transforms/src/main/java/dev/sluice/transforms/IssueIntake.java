package dev.sluice.transforms;

import dev.sluice.transforms.jira.IssuePage;
import dev.sluice.transforms.jql.Shard;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Hands on each issue of a shard once, numbered in the order in which they came. */
final class IssueIntake {

  /** Room for the positions of one shard between two shard ordinals. */
  private static final long POSITIONS_PER_SHARD = 1_000_000;

  private final Shard shard;
  private final Output<RawIssue> output;
  private final Set<String> seen = new HashSet<>();
  private long received;
  private long handedOn;

  IssueIntake(Shard shard, Output<RawIssue> output) {
    this.shard = shard;
    this.output = output;
  }

  void take(IssuePage page) throws IOException {
    for (byte[] json : page.issues()) {
      long position = shard.ordinal() * POSITIONS_PER_SHARD + received++;
      if (seen.add(IssueIds.idOf(json, position))) {
        output.accept(new RawIssue(shard.id(), position, page.serverTime(), json));
        handedOn++;
      }
    }
  }

  boolean has(String issueId) {
    return seen.contains(issueId);
  }

  /** Issues that came, those that came again included. */
  long received() {
    return received;
  }

  long handedOn() {
    return handedOn;
  }
}
