package dev.sluice.simulator.fault;

import dev.sluice.simulator.site.GeneratedIssues;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.time.Duration;
import java.time.Instant;

/** Issues that were last updated by a clock that was ahead. */
record FutureStamps(double share, Dice dice) implements FaultRule {
  private static final Duration AHEAD = Duration.ofDays(2);

  @Override
  public Site site(Site site, Instant now) {
    if (site.issues() instanceof GeneratedIssues) {
      throw new IllegalArgumentException("issues that are generated have no odd stamps");
    }
    return site.withIssues(
        site.issues().stream()
            .map(issue -> dice.falls(share) ? late(issue, site, now) : issue)
            .toList());
  }

  private SimIssue late(SimIssue issue, Site site, Instant now) {
    return issue.withUpdated(now.plus(AHEAD).plusMillis(dice.below(60_000)), site.siteZone());
  }
}
