package dev.sluice.simulator.fault;

import dev.sluice.simulator.site.SimIssue;
import java.util.List;

/** Walks that end before all issues came, while the count says how many there are. */
record EarlyEnd(int issues) implements FaultRule {
  @Override
  public List<SimIssue> found(List<SimIssue> found, Walk walk) {
    return found.subList(0, Math.min(issues, found.size()));
  }
}
