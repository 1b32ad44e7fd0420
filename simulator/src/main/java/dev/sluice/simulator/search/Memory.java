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

  private final IssueIndex index;
  private final RecentlyUsed<Clause.Condition, byte[]> answers =
      new RecentlyUsed<>(KEPT_CONDITIONS);

  Memory(IssueIndex index) {
    this.index = index;
  }

  /** The same test, asked only once of each issue. */
  Predicate<SimIssue> of(Clause.Condition condition, Predicate<SimIssue> test) {
    byte[] known = answers.computeIfAbsent(condition, unasked -> new byte[index.issues().size()]);
    // Threads may race for the same answer: they find the same one, and a byte is never torn.
    return issue -> {
      int position = index.position(issue);
      if (known[position] == 0) {
        known[position] = test.test(issue) ? HELD : FAILED;
      }
      return known[position] == HELD;
    };
  }
}
