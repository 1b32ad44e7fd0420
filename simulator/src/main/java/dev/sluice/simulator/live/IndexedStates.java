package dev.sluice.simulator.live;

import dev.sluice.simulator.site.Changes;
import dev.sluice.simulator.site.Revision;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a search index that runs behind knows of the issues that changed. */
final class IndexedStates {
  private record State(Instant since, Revision revision) {}

  private final Duration lag;
  private final Map<Long, List<State>> states = new HashMap<>();
  private final List<Instant> times = new ArrayList<>();

  /**
   * @param atRest issues of which those that were updated a moment ago are not yet known
   */
  IndexedStates(Duration lag, List<SimIssue> atRest, Instant now) {
    this.lag = lag;
    Instant known = now.minus(lag);
    for (SimIssue issue : atRest) {
      if (issue.updated().isAfter(known)) {
        states.put(issue.id(), new ArrayList<>());
        add(issue.updated(), new Revision(issue, Standing.PRESENT));
      }
    }
  }

  void note(Instant at, Revision before, Revision after) {
    states.computeIfAbsent(
        after.issue().id(), id -> new ArrayList<>(List.of(new State(Instant.MIN, before))));
    add(at, after);
  }

  /** An issue that was never there before. */
  void note(Instant at, Revision created) {
    states.put(created.issue().id(), new ArrayList<>());
    add(at, created);
  }

  private void add(Instant at, Revision revision) {
    states.getOrDefault(revision.issue().id(), new ArrayList<>()).add(new State(at, revision));
    times.add(at);
  }

  /**
   * What is known at that time.
   *
   * @param now former keys and projects are known at once
   */
  Changes at(Instant time, Changes now) {
    Instant known = time.minus(lag);
    Map<Long, Revision> revisions = new HashMap<>();
    Map<String, Long> keys = new HashMap<>();
    states.forEach(
        (id, all) -> {
          Revision revision = last(all, known);
          revisions.put(id, revision);
          keys.put(revision.issue().key().toUpperCase(Locale.ROOT), id);
        });
    long seen = times.stream().filter(each -> !each.isAfter(known)).count();
    return new Changes(
        revisions.isEmpty() && now.projects().isEmpty() ? 0 : 1 + seen + (now.version() << 32),
        revisions,
        keys,
        now.formerKeys(),
        now.projects(),
        now.deletedWorklogs());
  }

  private static Revision last(List<State> states, Instant known) {
    Revision last = new Revision(states.get(0).revision().issue(), Standing.HIDDEN);
    for (State state : states) {
      if (!state.since().isAfter(known)) {
        last = state.revision();
      }
    }
    return last;
  }
}
