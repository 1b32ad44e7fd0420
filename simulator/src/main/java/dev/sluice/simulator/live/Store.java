package dev.sluice.simulator.live;

import dev.sluice.simulator.site.Changes;
import dev.sluice.simulator.site.Revision;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import dev.sluice.simulator.site.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What became of the issues of a site. Not safe for use by several threads. */
final class Store {
  private final List<SimIssue> atRest;
  private final Map<Long, Revision> revisions = new HashMap<>();
  private final Map<String, Long> keys = new HashMap<>();
  private final Map<String, Long> formerKeys = new HashMap<>();
  private final Map<String, Standing> projects = new HashMap<>();
  private final List<Changes.DeletedWorklog> deletedWorklogs = new ArrayList<>();
  private final List<Long> created = new ArrayList<>();
  private final Optional<IndexedStates> indexed;
  private Changes snapshot = Changes.NONE;
  private boolean stale;

  /**
   * @param indexed is told of every change
   */
  Store(Site site, Optional<IndexedStates> indexed) {
    atRest = site.issues();
    this.indexed = indexed;
  }

  Changes snapshot() {
    if (stale) {
      snapshot =
          new Changes(
              snapshot.version() + 1, revisions, keys, formerKeys, projects, deletedWorklogs);
      stale = false;
    }
    return snapshot;
  }

  /** How many issues there ever were. */
  int size() {
    return atRest.size() + created.size();
  }

  /** The id of an issue by its place among all there ever were. */
  long id(int place) {
    return place < atRest.size() ? atRest.get(place).id() : created.get(place - atRest.size());
  }

  /** An issue as it is, or as it last was. */
  Optional<Revision> revision(long id) {
    Revision known = revisions.get(id);
    return known != null
        ? Optional.of(known)
        : find(id).map(issue -> new Revision(issue, Standing.PRESENT));
  }

  /**
   * An issue that is there, whoever may see it.
   *
   * @throws NoSuchElementException when it never was, or was deleted
   */
  SimIssue issue(long id) {
    return revision(id)
        .filter(revision -> revision.standing() != Standing.DELETED)
        .map(Revision::issue)
        .orElseThrow(() -> new NoSuchElementException("there is no issue " + id));
  }

  /** Whether a search can find the issue. */
  boolean isPresent(Revision revision) {
    return revision.standing() == Standing.PRESENT
        && !projects.containsKey(project(revision.issue().key()));
  }

  /** Replaces the content of an issue, or adds one. */
  void put(SimIssue issue, Instant at) {
    Optional<Revision> before = revision(issue.id());
    String key = issue.key().toUpperCase(Locale.ROOT);
    if (before.isEmpty()) {
      created.add(issue.id());
    } else if (!before.get().issue().key().equals(issue.key())) {
      formerKeys.put(before.get().issue().key().toUpperCase(Locale.ROOT), issue.id());
    }
    keys.put(key, issue.id());
    formerKeys.remove(key);
    put(new Revision(issue, before.map(Revision::standing).orElse(Standing.PRESENT)), at);
  }

  void put(Revision revision, Instant at) {
    Optional<Revision> before = revision(revision.issue().id());
    indexed.ifPresent(
        states ->
            before.ifPresentOrElse(
                old -> states.note(at, old, revision), () -> states.note(at, revision)));
    revisions.put(revision.issue().id(), revision);
    stale = true;
  }

  void put(String project, Standing standing) {
    if (standing == Standing.PRESENT) {
      projects.remove(project);
    } else {
      projects.put(project, standing);
    }
    stale = true;
  }

  void worklogDeleted(long worklog, Instant at) {
    deletedWorklogs.add(new Changes.DeletedWorklog(worklog, at));
    stale = true;
  }

  private Optional<SimIssue> find(long id) {
    int low = 0;
    int high = atRest.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long there = atRest.get(middle).id();
      if (there == id) {
        return Optional.of(atRest.get(middle));
      }
      if (there < id) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }

  static String project(String key) {
    int dash = key.lastIndexOf('-');
    return dash < 0 ? key : key.substring(0, dash);
  }
}
