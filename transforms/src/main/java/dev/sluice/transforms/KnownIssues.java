package dev.sluice.transforms;

import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.jql.IssueCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Those of many issues that Jira has for this account. It refuses a whole query for one that it
 * does not have, which costs a few requests to find.
 *
 * @param ids in the order they were named
 * @param unknown the others
 * @param count how many of {@code ids} meet the query that names them
 */
record KnownIssues(List<String> ids, List<String> unknown, long count) {

  private static final int BAD_QUERY = 400;

  KnownIssues {
    ids = List.copyOf(ids);
    unknown = List.copyOf(unknown);
  }

  /** Asks for the issues that are named; {@code jqlOf} makes the query for some of them. */
  static KnownIssues of(
      List<String> named, Function<List<String>, String> jqlOf, IssueCounter counter) {
    Search search = new Search(jqlOf, counter);
    OptionalLong count = search.count(named);
    if (count.isPresent()) {
      return new KnownIssues(named, List.of(), count.getAsLong());
    }
    List<String> known = search.knownOf(named);
    long issues = known.isEmpty() ? 0 : counter.count(jqlOf.apply(known));
    return new KnownIssues(known, search.unknown, issues);
  }

  private static final class Search {

    private final Function<List<String>, String> jqlOf;
    private final IssueCounter counter;
    private final List<String> unknown = new ArrayList<>();

    Search(Function<List<String>, String> jqlOf, IssueCounter counter) {
      this.jqlOf = jqlOf;
      this.counter = counter;
    }

    /** Halves what was refused until the ids are found that it was refused for. */
    List<String> knownOf(List<String> refused) {
      if (refused.size() == 1) {
        unknown.add(refused.get(0));
        return List.of();
      }
      int middle = refused.size() / 2;
      List<String> known = new ArrayList<>();
      for (List<String> half :
          List.of(refused.subList(0, middle), refused.subList(middle, refused.size()))) {
        known.addAll(count(half).isPresent() ? half : knownOf(half));
      }
      return known;
    }

    /** Empty when Jira refuses the query, which it does for the ids. */
    OptionalLong count(List<String> ids) {
      try {
        return OptionalLong.of(counter.count(jqlOf.apply(ids)));
      } catch (JiraException.Refused e) {
        if (e.status() == BAD_QUERY) {
          return OptionalLong.empty();
        }
        throw e;
      }
    }
  }
}
