package dev.sluice.simulator.fault;

import dev.sluice.simulator.site.SimIssue;
import java.util.ArrayList;
import java.util.List;

/** Pages that lack one issue, which is there again when somebody looks next. */
record Vanishing(double share, Dice dice) implements FaultRule {
  @Override
  public List<SimIssue> shown(List<SimIssue> page, Walk walk) {
    if (page.isEmpty() || !dice.falls(share)) {
      return page;
    }
    List<SimIssue> rest = new ArrayList<>(page);
    rest.remove(dice.below(rest.size()));
    return rest;
  }
}
