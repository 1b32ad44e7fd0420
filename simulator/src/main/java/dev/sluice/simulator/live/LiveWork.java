package dev.sluice.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.live.Change.Kind;
import dev.sluice.simulator.site.Revision;
import dev.sluice.simulator.site.SimIssue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * People at work: one random change after another. The same seed on the same site, with the clock
 * at the same times, makes the same changes. Safe for use by several threads.
 */
public final class LiveWork {
  private static final int TRIES = 200;

  private final Random random;
  private final Set<Kind> kinds;
  private final boolean openly;
  private final List<Change> done = new ArrayList<>();
  private boolean stopped;

  private LiveWork(Random random, Set<Kind> kinds, boolean openly) {
    this.random = random;
    this.kinds = kinds;
    this.openly = openly;
  }

  /** Does everything that people do in a Jira, but nothing that takes something out of sight. */
  public static LiveWork seeded(long seed) {
    Set<Kind> all = EnumSet.allOf(Kind.class);
    all.removeAll(List.of(Kind.ARCHIVED, Kind.HIDDEN, Kind.RESTORED));
    return new LiveWork(new Random(seed), all, false);
  }

  /**
   * Does only these kinds of things.
   *
   * @throws IllegalArgumentException when there are none
   */
  public static LiveWork seeded(long seed, Collection<Kind> kinds) {
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("work needs something to do");
    }
    return new LiveWork(new Random(seed), EnumSet.copyOf(kinds), false);
  }

  /**
   * The same work where every edited or deleted comment, worklog and link leaves a trail. Without
   * this half of them leave none.
   */
  public LiveWork openly() {
    return new LiveWork(random, kinds, true);
  }

  /**
   * Makes one change; empty when it was stopped, or when the site has nothing any of the kinds can
   * be done to.
   */
  public synchronized Optional<Change> step(LiveSite site) {
    Optional<Change> change = stopped ? Optional.empty() : site.alone(() -> tried(site));
    change.ifPresent(done::add);
    return change;
  }

  /** Ends the work: every later step does nothing. */
  public synchronized void stop() {
    stopped = true;
  }

  /** What was done so far, in order. */
  public synchronized List<Change> done() {
    return List.copyOf(done);
  }

  private Optional<Change> tried(LiveSite site) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Kind kind = kind();
      Optional<Change> change = pick(site).flatMap(issue -> tried(site, kind, issue));
      if (change.isPresent()) {
        return change;
      }
    }
    return Optional.empty();
  }

  private Optional<Change> tried(LiveSite site, Kind kind, SimIssue issue) {
    return new Deed(site, random, issue, openly).of(kind);
  }

  private Kind kind() {
    List<Kind> allowed = Arrays.stream(Kind.values()).filter(kinds::contains).toList();
    int total = allowed.stream().mapToInt(LiveWork::weight).sum();
    int drawn = random.nextInt(total);
    for (Kind kind : allowed) {
      drawn -= weight(kind);
      if (drawn < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("weights do not add up");
  }

  private Optional<SimIssue> pick(LiveSite site) {
    Store store = site.store();
    for (int attempt = 0; attempt < TRIES && store.size() > 0; attempt++) {
      Optional<Revision> picked =
          store.revision(store.id(random.nextInt(store.size()))).filter(store::isPresent);
      if (picked.isPresent()) {
        return picked.map(Revision::issue);
      }
    }
    return Optional.empty();
  }

  private static int weight(Kind kind) {
    return switch (kind) {
      case EDITED -> 40;
      case TRANSITIONED, COMMENTED, WORK_LOGGED -> 12;
      case CREATED, MOVED, WORKLOG_DELETED, COMMENT_DELETED -> 5;
      case DELETED, LINKED, UNLINKED, COMMENT_EDITED, WORKLOG_EDITED -> 3;
      case ARCHIVED, HIDDEN, RESTORED -> 1;
    };
  }

  static List<Long> ids(JsonNode children) {
    List<Long> ids = new ArrayList<>();
    children.forEach(child -> ids.add(child.path("id").asLong()));
    return ids;
  }
}
