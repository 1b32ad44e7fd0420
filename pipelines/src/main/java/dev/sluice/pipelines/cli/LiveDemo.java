package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.live.Change;
import dev.sluice.simulator.live.LiveSite;
import dev.sluice.simulator.live.LiveWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * People at work in a simulated Jira while increments follow them. Some of their changes happen
 * while an increment reads; those are the business of the next one.
 */
final class LiveDemo {

  private static final Duration BETWEEN_CHANGES = Duration.ofMillis(500);
  private static final int CHANGES_BETWEEN_INCREMENTS = 8;

  /** One change for so many requests of an increment. */
  private static final int REQUESTS_PER_CHANGE = 10;

  private final Clock clock;
  private final Waiter waiter;
  private final LiveWork people;
  private volatile boolean atWork;

  LiveDemo(Clock clock, Waiter waiter, long seed) {
    this.clock = clock;
    this.waiter = waiter;
    this.people = LiveWork.seeded(seed, kinds()).openly();
  }

  /** What an increment finds by itself; deletions and moves are found by a sweep. */
  private static EnumSet<Change.Kind> kinds() {
    return EnumSet.of(
        Change.Kind.EDITED,
        Change.Kind.TRANSITIONED,
        Change.Kind.COMMENTED,
        Change.Kind.WORK_LOGGED,
        Change.Kind.CREATED,
        Change.Kind.LINKED);
  }

  /**
   * One increment.
   *
   * @param changes made before it began that no earlier one had to find
   * @param issues that were changed
   * @param read how many issues it read, the horizon before the changes included
   * @param lag how long the oldest of these changes took to be in the warehouse
   */
  record Increment(int number, long changes, long issues, long read, long requests, Duration lag) {}

  /** For each request that Jira is about to answer. */
  void requested(LiveSite site, long number) {
    if (atWork && number % REQUESTS_PER_CHANGE == 0) {
      people.step(site);
    }
  }

  /**
   * Lets people work for so long, then stops them and follows once more.
   *
   * @param increment loads what changed
   * @param told hears of each increment as it ends
   * @return the changes that were made, in their order
   */
  List<Change> during(
      Duration length,
      JiraSimulator jira,
      Supplier<RunSummary> increment,
      Consumer<Increment> told) {
    Instant end = clock.instant().plus(length);
    int seen = 0;
    int number = 0;
    boolean last = false;
    while (!last) {
      for (int i = 0; i < CHANGES_BETWEEN_INCREMENTS && clock.instant().isBefore(end); i++) {
        people.step(jira.edits());
        pass(BETWEEN_CHANGES);
      }
      last = !clock.instant().isBefore(end);
      atWork = !last;
      List<Change> done = people.done();
      List<Change> due = done.subList(seen, done.size());
      RunSummary summary = increment.get();
      atWork = false;
      number++;
      seen += due.size();
      told.accept(increment(number, due, summary));
      if (summary.exitCode() != ExitCode.OK.code()) {
        break;
      }
    }
    return people.done();
  }

  private Increment increment(int number, List<Change> due, RunSummary summary) {
    Instant now = clock.instant();
    return new Increment(
        number,
        due.size(),
        due.stream().mapToLong(Change::issue).distinct().count(),
        summary.shards().issuesRead(),
        summary.requests(),
        due.isEmpty() ? Duration.ZERO : Duration.between(due.get(0).at(), now));
  }

  private void pass(Duration length) {
    try {
      waiter.pass(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while people were at work", e);
    }
  }
}
