package dev.sluice.simulator.search;

import dev.sluice.simulator.jql.Clause;
import dev.sluice.simulator.site.SimIssue;
import java.util.function.Predicate;

/**
 * Remembers of each issue whether a condition held. A client that cuts a site into ranges asks the
 * same condition of the same issues many times, and every asking may cost making an issue's JSON.
 */
final class Memory {
  private static final byte HELD = 1;
  private static final byte FAILED = 2;
  private static final int KEPT_CONDITIONS = 32;

  private final int issues;
  private final RecentlyUsed<Clause.Condition, byte[]> answers =
      new RecentlyUsed<>(KEPT_CONDITIONS);

  /**
   * @param issues how many the site has at rest
   */
  Memory(int issues) {
    this.issues = issues;
  }

  /** The same test, asked only once of each issue that does not change. */
  Predicate<SimIssue> of(IssueIndex index, Clause.Condition condition, Predicate<SimIssue> test) {
    byte[] known = answers.computeIfAbsent(condition, unasked -> new byte[issues]);
    // Threads may race for the same answer: they find the same one, and a byte is never torn.
    return issue -> {
      if (!index.isAtRest(issue)) {
        return test.test(issue);
      }
      int position = index.position(issue);
      if (known[position] == 0) {
        known[position] = test.test(issue) ? HELD : FAILED;
      }
      return known[position] == HELD;
    };
  }
}
