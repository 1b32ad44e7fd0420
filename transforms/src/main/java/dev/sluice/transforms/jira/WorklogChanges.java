package dev.sluice.transforms.jira;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The worklogs that changed from some moment on.
 *
 * @param worklogIds each once
 * @param completeUntil up to when, by the server's clock (UTC), these are all: Jira keeps the last
 *     minute to itself
 * @param crowded moments at which more worklogs changed at once than Jira tells: of these moments
 *     only the first thousand are here
 */
public record WorklogChanges(Set<Long> worklogIds, Instant completeUntil, List<Instant> crowded) {

  /** Copies the collections. */
  public WorklogChanges {
    worklogIds = Set.copyOf(worklogIds);
    crowded = List.copyOf(crowded);
  }
}
