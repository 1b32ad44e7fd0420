package dev.sluice.transforms.jira;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Pages through changed worklogs by its own {@code since}: the address of the next page that Jira
 * gives leads nowhere. {@code since} is inclusive, so a page begins where the one before ended and
 * repeats some; where a whole page is one moment, only going on behind it ends the walk.
 */
final class WorklogWalk {
  /** Changes younger than this are never told. */
  static final Duration HIDDEN = Duration.ofMinutes(1);

  private static final int MOST_PAGES = 100_000;

  private WorklogWalk() {}

  /**
   * Walks to the last page.
   *
   * @param since the first moment of interest, epoch milliseconds
   * @param pages gives the page that begins at a moment, inclusive
   */
  static WorklogChanges from(long since, LongFunction<WorklogPage> pages) {
    Set<Long> ids = new LinkedHashSet<>();
    List<Instant> crowded = new ArrayList<>();
    WorklogPage page = pages.apply(since);
    Instant completeUntil = page.serverTime().minus(HIDDEN);
    long from = since;
    for (int count = 1; count < MOST_PAGES; count++) {
      int before = ids.size();
      long latest = from;
      for (WorklogPage.Change change : page.changes()) {
        ids.add(change.worklogId());
        latest = Math.max(latest, change.changedAt());
      }
      boolean stuck = latest == from;
      if (page.last() || page.changes().isEmpty() || (stuck && ids.size() == before)) {
        return new WorklogChanges(ids, completeUntil, crowded);
      }
      if (stuck) {
        crowded.add(Instant.ofEpochMilli(from));
      }
      from = stuck ? from + 1 : latest;
      page = pages.apply(from);
    }
    throw new JiraException.Malformed(
        Problems.endless("/worklog/updated", "no end after " + MOST_PAGES + " pages"));
  }
}
