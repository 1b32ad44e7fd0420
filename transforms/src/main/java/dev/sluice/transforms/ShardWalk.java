package dev.sluice.transforms;

import dev.sluice.schemas.value.Timestamps;
import dev.sluice.transforms.jira.IssueGlance;
import dev.sluice.transforms.jira.IssuePage;
import dev.sluice.transforms.jira.IssuePages;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.jira.SearchRequest;
import dev.sluice.transforms.jql.Shard;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Walks a shard from its first issue to its last, over what a walk can get over: a page token that
 * Jira refuses, which begins the walk anew, once; and a window beyond which Jira does not page,
 * from where on the rest is asked for by a query of its own. An issue may come more than once.
 */
final class ShardWalk {

  /** Everything one page can carry: what is not asked for would have to be fetched again. */
  private static final List<String> ALL_FIELDS = List.of("*all");

  private static final List<String> HISTORY = List.of("changelog");

  /** What Cloud gives of little; Data Center lowers it to its own limit, 1,000 as a rule. */
  private static final int IDS_PER_PAGE = 5_000;

  private final JiraClient client;
  private final Shard shard;
  private Optional<byte[]> lastRow = Optional.empty();

  ShardWalk(JiraClient client, Shard shard) {
    this.client = client;
    this.shard = shard;
  }

  /** Takes a page. */
  interface Taker {
    void take(IssuePage page) throws IOException;
  }

  /** Reads the issues whole. */
  void issues(int pageSize, Taker taker) throws IOException {
    walk(new SearchRequest(shard.jql(), ALL_FIELDS, HISTORY, pageSize), taker);
  }

  /** Reads those named, whole, as far as they are in the shard. */
  void issues(List<String> ids, int pageSize, Taker taker) throws IOException {
    walk(new SearchRequest(shard.jqlOf(ids), ALL_FIELDS, HISTORY, pageSize), taker);
  }

  /** Reads ids, and the time that the order needs. */
  void ids(Taker taker) throws IOException {
    walk(idsBy(shard.jql()), taker);
  }

  /** Reads the ids of what is not older than {@code minute}. */
  void idsSince(Instant minute, Taker taker) throws IOException {
    walk(idsBy(shard.jqlSince(minute)), taker);
  }

  /** The time, in whole minutes, of the issue that came last. */
  Optional<Instant> minuteOfTheLast() {
    return lastRow
        .flatMap(row -> IssueGlance.field(row, shard.field().clause()))
        .flatMap(Timestamps::parse)
        .map(stamp -> stamp.truncatedTo(ChronoUnit.MINUTES));
  }

  private SearchRequest idsBy(String jql) {
    return new SearchRequest(jql, List.of(shard.field().clause()), List.of(), IDS_PER_PAGE);
  }

  private void walk(SearchRequest whole, Taker taker) throws IOException {
    SearchRequest request = whole;
    boolean begunAnew = false;
    Instant reached = Instant.MIN;
    lastRow = Optional.empty();
    while (true) {
      try {
        pages(request, taker);
        return;
      } catch (JiraException.TokenRefused e) {
        if (begunAnew) {
          throw e;
        }
        begunAnew = true;
        request =
            new SearchRequest(request.jql(), request.fields(), request.expand(), e.pageSize());
      } catch (JiraException.WindowExceeded e) {
        Instant minute = minuteOfTheLast().orElseThrow(() -> e);
        if (!minute.isAfter(reached)) {
          throw e;
        }
        reached = minute;
        request =
            new SearchRequest(
                shard.jqlSince(minute), request.fields(), request.expand(), request.pageSize());
      }
    }
  }

  private void pages(SearchRequest request, Taker taker) throws IOException {
    IssuePages pages = client.search(request);
    for (Optional<IssuePage> page = pages.next(); page.isPresent(); page = pages.next()) {
      List<byte[]> issues = page.get().issues();
      if (!issues.isEmpty()) {
        lastRow = Optional.of(issues.get(issues.size() - 1));
      }
      taker.take(page.get());
    }
  }
}
