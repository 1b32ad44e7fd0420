package dev.sluice.simulator.fault;

import dev.sluice.simulator.site.SimIssue;
import java.util.List;

/** One issue of so many that is counted but never shown by any search. */
record HiddenIssues(int oneIn) implements FaultRule {
  @Override
  public List<SimIssue> found(List<SimIssue> issues, Walk walk) {
    return issues.stream().filter(issue -> issue.id() % oneIn != oneIn / 2).toList();
  }
}
