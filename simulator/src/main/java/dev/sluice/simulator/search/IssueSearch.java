package dev.sluice.simulator.search;

import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.jql.Query;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Answers JQL over one site at any moment. Ordered results are kept, so that paging does not search
 * again.
 */
public final class IssueSearch {
  private static final int KEPT_RESULTS = 32;

  private final Function<IssueIndex, Conditions> conditions;
  private final Ordering ordering;
  private final Clock clock;
  private final RecentlyUsed<String, List<SimIssue>> results = new RecentlyUsed<>(KEPT_RESULTS);

  public IssueSearch(Site site, Clock clock) {
    this.clock = clock;
    SearchFields fields = new SearchFields(site.fields());
    NamedFunctions functions = new NamedFunctions(site, Account.of(site));
    NamedComparison named = new NamedComparison(site, functions::names);
    Comparison times = new TimeComparison(new DateLiterals(clock, site.accountZone()));
    ProjectNames projects = ProjectNames.of(site);
    Comparison numbers = new NumberComparison();
    Comparison texts = new TextComparison();
    Memory memory = new Memory(site.issues().size());
    this.conditions =
        index ->
            new Conditions(
                fields,
                kind ->
                    switch (kind) {
                      case KEY -> new KeyComparison(index);
                      case PROJECT -> new ProjectComparison(projects, index);
                      case DATE_TIME, DATE -> times;
                      case NUMBER -> numbers;
                      case PRIORITY, NAMED, PERSON, SPRINT -> named;
                      case TEXT, ALL_TEXT -> texts;
                    },
                (condition, test) -> memory.of(index, condition, test));
    this.ordering = new Ordering(fields, named::rank);
  }

  /**
   * Every issue the query asks for, in its order.
   *
   * @throws JqlException when Jira would refuse the query
   */
  public List<SimIssue> find(IssueIndex index, String jql) {
    return find(index, jql, OptionalLong.empty());
  }

  /**
   * Every issue the query asks for, in its order.
   *
   * @param orderOfTies a number that says in what order those come that sort alike; by id when
   *     absent
   * @throws JqlException when Jira would refuse the query
   */
  public List<SimIssue> find(IssueIndex index, String jql, OptionalLong orderOfTies) {
    Query query = Query.read(jql);
    if (orderOfTies.isPresent()) {
      Filter filter = filter(index, query);
      Comparator<SimIssue> order = ordering.compile(query.order(), orderOfTies.getAsLong());
      return index.candidates(filter).filter(filter::matches).sorted(order).toList();
    }
    Conditions meaning = conditions.apply(index);
    boolean relative = query.restriction().filter(meaning::relative).isPresent();
    String key =
        index.changes().version() + (relative ? " " + clock.millis() / 60_000 : "") + " " + jql;
    return results.get(key).orElseGet(() -> search(index, key, query));
  }

  private List<SimIssue> search(IssueIndex index, String key, Query query) {
    Filter filter = filter(index, query);
    Comparator<SimIssue> order = ordering.compile(query.order());
    List<SimIssue> found =
        index.isGenerated() && Ordering.isAlongTheList(query.order())
            ? Picked.of(index, filter, order)
            : index.candidates(filter).filter(filter::matches).sorted(order).toList();
    results.put(key, found);
    return found;
  }

  /**
   * Where a walk through the issues found goes on.
   *
   * @param found what the query finds now
   * @param last the issue the walk came to, as it was then
   * @return how many of the issues found come before or at that place
   */
  public int after(List<SimIssue> found, String jql, SimIssue last) {
    Comparator<SimIssue> order = ordering.compile(Query.read(jql).order());
    int low = 0;
    int high = found.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.compare(found.get(middle), last) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * How many issues the query asks for; ranges alone are counted without looking at any issue that
   * did not change.
   *
   * @throws JqlException when Jira would refuse the query
   */
  public int count(IssueIndex index, String jql) {
    Filter filter = filter(index, Query.read(jql));
    boolean oneWindow =
        filter.created().equals(TimeWindow.ALWAYS) || filter.updated().equals(TimeWindow.ALWAYS);
    return oneWindow && filter.rest().isEmpty() && index.changes().version() == 0
        ? index.candidatesAtRest(filter).size()
        : Math.toIntExact(index.candidates(filter).filter(filter::matches).count());
  }

  /**
   * Looks whether the query makes sense on this site.
   *
   * @throws JqlException when it does not
   */
  public void check(IssueIndex index, String jql) {
    Query query = Query.parse(jql);
    filter(index, query);
    ordering.compile(query.order());
  }

  /**
   * Whether the query restricts the issues at all; Jira Cloud refuses those that do not.
   *
   * @throws JqlException when the query is malformed
   */
  public static boolean bounded(String jql) {
    return Query.read(jql).restriction().isPresent();
  }

  private Filter filter(IssueIndex index, Query query) {
    return query.restriction().map(conditions.apply(index)::compile).orElse(Filter.EVERYTHING);
  }
}
