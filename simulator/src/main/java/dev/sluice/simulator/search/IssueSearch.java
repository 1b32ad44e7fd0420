package dev.sluice.simulator.search;

import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.jql.Query;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.time.Clock;
import java.util.List;

/** Answers JQL over one site. Ordered results are kept, so that paging does not search again. */
public final class IssueSearch {
  private static final int KEPT_RESULTS = 32;

  private final IssueIndex index;
  private final Conditions conditions;
  private final Ordering ordering;
  private final Clock clock;
  private final RecentlyUsed<String, List<SimIssue>> results = new RecentlyUsed<>(KEPT_RESULTS);

  public IssueSearch(Site site, IssueIndex index, Clock clock) {
    this.index = index;
    this.clock = clock;
    SearchFields fields = new SearchFields(site.fields());
    NamedFunctions functions = new NamedFunctions(site, Account.of(site));
    NamedComparison named = new NamedComparison(site, functions::names);
    Comparison times = new TimeComparison(new DateLiterals(clock, site.accountZone()));
    Comparison keys = new KeyComparison(index);
    Comparison projects = new ProjectComparison(site.projects(), index.issues());
    Comparison numbers = new NumberComparison();
    Comparison texts = new TextComparison();
    this.conditions =
        new Conditions(
            fields,
            kind ->
                switch (kind) {
                  case KEY -> keys;
                  case PROJECT -> projects;
                  case DATE_TIME, DATE -> times;
                  case NUMBER -> numbers;
                  case PRIORITY, NAMED, PERSON, SPRINT -> named;
                  case TEXT, ALL_TEXT -> texts;
                },
            new Memory(index));
    this.ordering = new Ordering(fields, named::rank);
  }

  /**
   * Every issue the query asks for, in its order.
   *
   * @throws JqlException when Jira would refuse the query
   */
  public List<SimIssue> find(String jql) {
    Query query = Query.read(jql);
    boolean relative = query.restriction().filter(conditions::relative).isPresent();
    String key = relative ? clock.millis() / 60_000 + " " + jql : jql;
    return results.get(key).orElseGet(() -> search(key, query));
  }

  private List<SimIssue> search(String key, Query query) {
    Filter filter = filter(query);
    List<SimIssue> found =
        index.candidates(filter).stream()
            .filter(filter::matches)
            .sorted(ordering.compile(query.order()))
            .toList();
    results.put(key, found);
    return found;
  }

  /**
   * How many issues the query asks for; ranges alone are counted without looking at any issue.
   *
   * @throws JqlException when Jira would refuse the query
   */
  public int count(String jql) {
    Query query = Query.read(jql);
    Filter filter = filter(query);
    List<SimIssue> candidates = index.candidates(filter);
    boolean oneWindow =
        filter.created().equals(TimeWindow.ALWAYS) || filter.updated().equals(TimeWindow.ALWAYS);
    return oneWindow && filter.rest().isEmpty()
        ? candidates.size()
        : Math.toIntExact(candidates.stream().filter(filter::matches).count());
  }

  /**
   * Looks whether the query makes sense on this site.
   *
   * @throws JqlException when it does not
   */
  public void check(String jql) {
    Query query = Query.parse(jql);
    filter(query);
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

  private Filter filter(Query query) {
    return query.restriction().map(conditions::compile).orElse(Filter.EVERYTHING);
  }
}
