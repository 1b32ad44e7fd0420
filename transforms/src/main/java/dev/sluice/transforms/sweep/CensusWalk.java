package dev.sluice.transforms.sweep;

import dev.sluice.transforms.jira.Edition;
import dev.sluice.transforms.jira.IssueIdPages;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.jql.DateRange;
import dev.sluice.transforms.jql.Jql;
import dev.sluice.transforms.jql.PlanRequest;
import dev.sluice.transforms.jql.RangeField;
import dev.sluice.transforms.jql.Scope;
import dev.sluice.transforms.jql.Shard;
import dev.sluice.transforms.jql.ShardPlanner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a census and counts after it. Cloud is walked from end to end, 5,000 ids a request, and
 * only once more, in ranges, if ids are missing: tokens have been seen to end early. Data Center is
 * always walked in ranges of creation time, each below the 10,000 issues beyond which version 11
 * does not page; nothing can enter such a range, and what leaves it while it is paged through, so
 * that another issue slips to a page already read, makes the count differ.
 */
final class CensusWalk {

  private static final Logger LOG = LoggerFactory.getLogger(CensusWalk.class);

  /**
   * Data Center 11 refuses a page that could reach beyond 10,000, whatever it would hold: the last
   * page of a range, too, must have room for a thousand ids.
   */
  static final int MOST_ISSUES_A_RANGE = 8_900;

  /** How often a range is walked before its ids are given up for missing. */
  private static final int MOST_WALKS = 3;

  private final SweptJira jira;
  private final SweepRequest request;
  private final Scope scope;
  private final IdCollector all = new IdCollector();
  private long received;
  private long pages;

  /**
   * @param scope the part of the request's scope that Jira lets the account ask for
   */
  CensusWalk(SweptJira jira, SweepRequest request, Scope scope) {
    this.jira = jira;
    this.request = request;
    this.scope = scope;
  }

  /**
   * Walks.
   *
   * @throws SuspiciousCensusException when fewer ids come than Jira counts, however often
   */
  Census take() {
    String jql = Jql.bounded(scope, RangeField.CREATED, DateRange.since(Instant.EPOCH));
    Optional<Census> census =
        request.edition() == Edition.CLOUD ? inOneWalk(jql) : Optional.empty();
    return census.orElseGet(() -> inRanges(jql));
  }

  private Optional<Census> inOneWalk(String jql) {
    long expected = jira.counter().count(jql);
    String ordered = jql + Jql.orderBy(RangeField.CREATED);
    walk(ordered, all);
    SortedIds ids = all.sorted();
    if (isShort(ids, expected) && isShort(ids, jira.counter().count(jql))) {
      LOG.warn("Jira counts {} issues, but sent {} ids; asking by ranges.", expected, ids.size());
      return Optional.empty();
    }
    return Optional.of(new Census(jql, ids, expected, received, pages, List.of(ordered)));
  }

  private Census inRanges(String jql) {
    long expected = 0;
    List<String> walks = new ArrayList<>();
    for (Shard range : new ShardPlanner().planLarge(planRequest(), jira.counter())) {
      expected += range.expected();
      walks.add(range.jql());
      all.add(idsOf(range));
    }
    return new Census(jql, all.sorted(), expected, received, pages, walks);
  }

  private SortedIds idsOf(Shard range) {
    IdCollector collected = new IdCollector();
    long counted = range.expected();
    for (int walks = 1; ; walks++) {
      walk(range.jql(), collected);
      SortedIds ids = collected.sorted();
      if (!isShort(ids, counted)) {
        return ids;
      }
      counted = Math.min(counted, jira.counter().count(range.countJql()));
      if (!isShort(ids, counted)) {
        return ids;
      }
      if (walks == MOST_WALKS) {
        throw new SuspiciousCensusException(
            "Jira counts "
                + counted
                + " issues, but sends "
                + ids.size()
                + " ids, asked "
                + MOST_WALKS
                + " times: "
                + range.countJql(),
            "sweep again later; if it stays, have Jira's search index rebuilt, or allow more in"
                + " gate.count-tolerance where Jira only estimates");
      }
    }
  }

  private boolean isShort(SortedIds ids, long counted) {
    return ids.size() < Math.floor(counted * (1 - request.countTolerance()));
  }

  /** A page token may be refused, having expired: the walk then begins anew, once. */
  private void walk(String jql, IdCollector ids) {
    try {
      pages(jql, ids);
    } catch (JiraException.TokenRefused e) {
      pages(jql, ids);
    }
  }

  private void pages(String jql, IdCollector ids) {
    IssueIdPages walk = jira.ids(jql);
    for (Optional<long[]> page = walk.next(); page.isPresent(); page = walk.next()) {
      ids.add(page.get());
      received += page.get().length;
      pages++;
    }
  }

  private PlanRequest planRequest() {
    return new PlanRequest(
        scope,
        RangeField.CREATED,
        DateRange.since(Instant.EPOCH),
        Optional.empty(),
        request.now(),
        1,
        MOST_ISSUES_A_RANGE,
        request.edition() == Edition.CLOUD ? PlanRequest.APPROXIMATE : PlanRequest.EXACT);
  }
}
