package dev.sluice.transforms;

import dev.sluice.transforms.jira.IssueGlance;
import dev.sluice.transforms.jira.IssuePage;
import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.jql.Shard;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Settles why a shard did not give what was counted. Its ids are listed, which costs a request for
 * some thousand; those that the pages left out are read by their ids; then Jira counts again. If
 * the three agree, people worked meanwhile, or a page lost something and it is found. If not, it is
 * done again, and a list that is shorter than the count is begun anew from where it ended. What
 * then still differs is for the gate to judge.
 */
final class ShardRecount {

  private static final int MOST_ROUNDS = 3;
  private static final int BAD_QUERY = 400;

  private final JiraClient client;
  private final Shard shard;
  private final ShardTally tally;
  private final IssueIntake intake;
  private final int pageSize;
  private final ShardWalk walk;
  private final long inPages;

  ShardRecount(JiraClient client, Shard shard, ShardTally tally, IssueIntake intake, int pageSize) {
    this.client = client;
    this.shard = shard;
    this.tally = tally;
    this.intake = intake;
    this.pageSize = pageSize;
    this.walk = new ShardWalk(client, shard);
    this.inPages = intake.handedOn();
  }

  /** Stops as soon as everything is there, or nothing changes any more. */
  Listing settle(double tolerance) throws IOException {
    Set<String> listed = list(0);
    fetch(missing(listed));
    long count = count();
    boolean steady = count == shard.expected();
    Listing latest = listing(count, count, steady, listed);
    for (int round = 1; round < MOST_ROUNDS && !isComplete(latest, tolerance); round++) {
      Listing before = latest;
      listed = list(before.recounted());
      fetch(missing(listed));
      count = count();
      long lowest = Math.min(count, before.recounted());
      latest = listing(lowest, count, count == before.recounted(), listed);
      if (latest.equals(before)) {
        break;
      }
    }
    return latest;
  }

  private boolean isComplete(Listing listing, double tolerance) {
    return listing.isComplete(intake.handedOn(), tolerance);
  }

  private Listing listing(long counted, long recounted, boolean steady, Set<String> listed) {
    long fetched = intake.handedOn() - inPages;
    return new Listing(counted, recounted, steady, listed.size(), missing(listed).size(), fetched);
  }

  private long count() {
    long count = client.count(shard.countJql());
    tally.counted(count);
    return count;
  }

  /** Lists the ids; where the list ends before it has as many as these, it is gone on with. */
  private Set<String> list(long count) throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    walk.ids(page -> take(page, ids));
    Instant reached = Instant.MIN;
    boolean goesOn = true;
    while (goesOn && ids.size() < count) {
      Instant minute = walk.minuteOfTheLast().orElse(Instant.MIN);
      goesOn = minute.isAfter(reached);
      if (goesOn) {
        reached = minute;
        walk.idsSince(minute, page -> take(page, ids));
      }
    }
    return ids;
  }

  private void take(IssuePage page, Set<String> ids) {
    page.issues().forEach(json -> IssueGlance.id(json).ifPresent(ids::add));
    tally.listed(page);
  }

  private List<String> missing(Set<String> listed) {
    return listed.stream().filter(id -> !intake.has(id)).toList();
  }

  /** Jira refuses a whole query for one issue that is no longer there. */
  private void fetch(List<String> ids) throws IOException {
    if (ids.size() > pageSize) {
      for (int from = 0; from < ids.size(); from += pageSize) {
        fetch(ids.subList(from, Math.min(ids.size(), from + pageSize)));
      }
      return;
    }
    if (ids.isEmpty()) {
      return;
    }
    try {
      walk.issues(ids, pageSize, this::takeWhole);
    } catch (JiraException.Refused e) {
      if (e.status() != BAD_QUERY) {
        throw e;
      }
      tally.observe();
      if (ids.size() > 1) {
        fetch(ids.subList(0, ids.size() / 2));
        fetch(ids.subList(ids.size() / 2, ids.size()));
      }
    }
  }

  private void takeWhole(IssuePage page) throws IOException {
    tally.page(page);
    intake.take(page);
  }
}
