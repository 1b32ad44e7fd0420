package dev.sluice.simulator.api;

import dev.sluice.simulator.search.IssueSearch;
import dev.sluice.simulator.search.RecentlyUsed;
import dev.sluice.simulator.site.SimIssue;
import java.util.List;
import java.util.Optional;

/**
 * The last issue that each walk by tokens came to. On a site that changes, a walk goes on behind
 * that issue, where it stood then, so that what comes and goes before it moves nothing.
 */
final class Bookmarks {
  private static final int KEPT = 20_000;

  private final IssueSearch search;
  private final RecentlyUsed<String, SimIssue> last = new RecentlyUsed<>(KEPT);

  Bookmarks(IssueSearch search) {
    this.search = search;
  }

  /**
   * Remembers where the page before this token ended.
   *
   * @param token the token of the page itself, for pages with nothing on them
   */
  void put(String next, List<SimIssue> page, String token) {
    Optional<SimIssue> reached =
        page.isEmpty() ? last.get(token) : Optional.of(page.get(page.size() - 1));
    reached.ifPresent(issue -> last.put(next, issue));
  }

  /** The place in what is found now; a walk long forgotten goes on by its offset. */
  int place(String token, TokenCodec.Cursor cursor, List<SimIssue> found, String jql) {
    return last.get(token)
        .map(issue -> search.after(found, jql, issue))
        .orElse(Math.min(cursor.offset(), found.size()));
  }
}
