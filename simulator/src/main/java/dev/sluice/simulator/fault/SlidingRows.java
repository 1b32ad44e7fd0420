package dev.sluice.simulator.fault;

import dev.sluice.simulator.site.SimIssue;
import java.util.List;

/**
 * Issues at the front that leave, or enter, between the pages of a walk by offsets, as if somebody
 * had updated them; a walk that starts again sees them all.
 */
record SlidingRows(int perPage, boolean entering) implements FaultRule {
  /** How many pages long issues go on to enter. */
  private static final int PAGES = 3;

  @Override
  public List<SimIssue> found(List<SimIssue> issues, Walk walk) {
    return issues.subList(absent(issues.size(), walk), issues.size());
  }

  @Override
  public int total(int total, Walk walk) {
    return total - absent(total, walk);
  }

  private int absent(int size, Walk walk) {
    if (!walk.byOffset() || walk.countOnly()) {
      return 0;
    }
    long absent = (long) perPage * (entering ? Math.max(0, PAGES - walk.page()) : walk.page());
    return (int) Math.min(size, absent);
  }
}
