package dev.sluice.transforms.sweep;

import dev.sluice.transforms.jira.IssuePage;
import dev.sluice.transforms.jira.IssuePages;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.state.CurrentState;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Pages through the issues of a census once more and compares what hangs on them with the
 * warehouse: comments, worklogs, links, attachments, parent, sub-tasks, sums of time, votes and
 * watchers. It asks for 1,000 issues at a time and moves on by what comes.
 *
 * <p>Of comments and worklogs the number is compared, and id and last change of each if the list
 * came whole. Jira Cloud embeds 20 of either: on an issue with more, a comment that was rewritten,
 * or deleted while another came, is not seen unless {@code updated} moved. So are texts that change
 * without their own time of change.
 *
 * <p>Holds 48 bytes for each issue of the warehouse, and one page.
 */
final class ThoroughWalk {

  private final SweptJira jira;
  private final Comparison comparison;
  private final SortedIds known;
  private final KnownPrints prints;
  private final BitSet compared = new BitSet();
  private final BitSet differing = new BitSet();

  /**
   * @param known the ids of the state
   */
  ThoroughWalk(SweptJira jira, CurrentState state, SortedIds known, Comparison comparison) {
    this.jira = jira;
    this.comparison = comparison;
    this.known = known;
    this.prints = new KnownPrints(state, known, comparison);
  }

  /** Walks through queries with their orders; each is begun anew once if its token is refused. */
  void take(List<String> queries) {
    for (String jql : queries) {
      try {
        pages(jql);
      } catch (JiraException.TokenRefused e) {
        pages(jql);
      }
    }
  }

  /** The known issues that are otherwise in Jira, by id. */
  LongStream differing() {
    return differing.stream().mapToLong(known::at);
  }

  /** The known issues of a census that did not come, by id. */
  LongStream notCompared(SortedIds census) {
    return LongStream.range(0, known.size())
        .filter(place -> !compared.get((int) place))
        .map(place -> known.at((int) place))
        .filter(census::contains);
  }

  private void pages(String jql) {
    IssuePages walk = jira.issues(jql, IssuePrint.fields(comparison));
    for (Optional<IssuePage> page = walk.next(); page.isPresent(); page = walk.next()) {
      page.get().issues().forEach(this::compare);
    }
  }

  private void compare(byte[] json) {
    Optional<IssuePrint> issue = IssuePrint.of(json, comparison);
    int place = issue.map(print -> known.position(print.id())).orElse(SortedIds.NONE);
    if (place >= 0) {
      compared.set(place);
      differing.set(place, prints.differ(place, issue.orElseThrow()));
    }
  }
}
