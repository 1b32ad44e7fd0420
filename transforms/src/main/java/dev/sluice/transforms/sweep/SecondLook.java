package dev.sluice.transforms.sweep;

import dev.sluice.transforms.jira.FoundIssue;
import dev.sluice.transforms.jira.IssueIdPages;
import dev.sluice.transforms.jira.IssueLookup;
import dev.sluice.transforms.jira.JiraException;
import dev.sluice.transforms.jql.DateRange;
import dev.sluice.transforms.jql.Jql;
import dev.sluice.transforms.jql.RangeField;
import dev.sluice.transforms.jql.Scope;
import dev.sluice.transforms.state.KnownIssue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Looks up each issue that a census lacks, by its id and past the search index, and finds the
 * reason. Without one the issue stays.
 */
final class SecondLook {

  /**
   * An index may lag behind a change for minutes: what changed just now is left to the next run.
   */
  private static final Duration SETTLED = Duration.ofMinutes(10);

  private static final int MOST_IDS = 500;

  private final SweptJira jira;
  private final Scope scope;
  private final Supplier<Roster> roster;
  private final List<Tombstone> tombstones = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  private final List<String> formerKeys = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final List<Doubtful> doubtful = new ArrayList<>();
  private Instant lookedAt = Instant.EPOCH;

  private record Doubtful(KnownIssue known, FoundIssue found) {}

  SecondLook(SweptJira jira, Scope scope, Supplier<Roster> roster) {
    this.jira = jira;
    this.scope = scope;
    this.roster = roster;
  }

  void at(List<KnownIssue> missing) {
    if (missing.isEmpty()) {
      return;
    }
    IssueLookup.Answer answer =
        jira.find(missing.stream().map(issue -> Long.valueOf(issue.id())).toList());
    lookedAt = jira.now();
    for (KnownIssue issue : missing) {
      Optional<FoundIssue> found =
          Optional.ofNullable(answer.found().get(Long.valueOf(issue.id())));
      if (found.isPresent()) {
        judge(issue, found.get());
      } else {
        boolean forbidden = answer.forbidden().contains(Long.valueOf(issue.id()));
        bury(
            issue,
            forbidden ? Tombstone.Reason.PERMISSION_LOST : Tombstone.Reason.DELETED,
            Optional.empty());
      }
    }
    searchAgain();
  }

  List<Tombstone> tombstones() {
    return tombstones;
  }

  List<Tombstone> tombstones(Tombstone.Reason reason) {
    return tombstones.stream().filter(tombstone -> tombstone.reason() == reason).toList();
  }

  /** Ids of issues in scope that are not as the warehouse has them. */
  List<String> changed() {
    return changed;
  }

  /** The keys that the warehouse has of issues in scope, and that are no longer theirs. */
  List<String> formerKeys() {
    return formerKeys;
  }

  /** Keys of issues that stay as they are. */
  List<String> kept() {
    return kept;
  }

  private void judge(KnownIssue issue, FoundIssue found) {
    if (!roster.get().isWithin(scope, found.projectId())) {
      bury(issue, Tombstone.Reason.MOVED, Optional.of(found));
    } else if (found.archived() || roster.get().isArchived(found.projectId())) {
      bury(issue, Tombstone.Reason.ARCHIVED, Optional.of(found));
    } else if (scope instanceof Scope.Matching) {
      doubtful.add(new Doubtful(issue, found));
    } else {
      keep(issue, found);
    }
  }

  /** Only the search knows whether somebody's own JQL still finds an issue. */
  private void searchAgain() {
    for (int from = 0; from < doubtful.size(); from += MOST_IDS) {
      List<Doubtful> some = doubtful.subList(from, Math.min(doubtful.size(), from + MOST_IDS));
      Optional<SortedIds> inScope = inScope(some);
      for (Doubtful issue : some) {
        boolean settled =
            issue.found().updated().isPresent()
                && issue.found().updated().get().isBefore(lookedAt.minus(SETTLED));
        boolean left =
            settled && inScope.isPresent() && !inScope.get().contains(issue.found().id());
        if (left) {
          bury(issue.known(), Tombstone.Reason.MOVED, Optional.of(issue.found()));
        } else {
          keep(issue.known(), issue.found());
        }
      }
    }
  }

  /** Empty when Jira refuses to search for these ids: then nothing is known. */
  private Optional<SortedIds> inScope(List<Doubtful> issues) {
    String ids =
        issues.stream()
            .map(issue -> Long.toString(issue.found().id()))
            .collect(Collectors.joining(", ", " AND id in (", ")"));
    String jql = Jql.bounded(scope, RangeField.CREATED, DateRange.since(Instant.EPOCH)) + ids;
    IdCollector found = new IdCollector();
    try {
      IssueIdPages pages = jira.ids(jql + Jql.orderBy(RangeField.CREATED));
      for (Optional<long[]> page = pages.next(); page.isPresent(); page = pages.next()) {
        found.add(page.get());
      }
      return Optional.of(found.sorted());
    } catch (JiraException.Refused e) {
      return Optional.empty();
    }
  }

  private void keep(KnownIssue issue, FoundIssue found) {
    boolean same =
        found.key().equals(issue.key())
            && found.updated().map(issue.updated()::equals).orElse(true);
    if (same) {
      kept.add(issue.key());
    } else {
      changed.add(issue.id());
      if (!found.key().equals(issue.key())) {
        formerKeys.add(issue.key());
      }
    }
  }

  private void bury(KnownIssue issue, Tombstone.Reason reason, Optional<FoundIssue> found) {
    String newKey =
        found
            .map(FoundIssue::key)
            .filter(key -> reason == Tombstone.Reason.MOVED || !key.equals(issue.key()))
            .orElse(null);
    tombstones.add(new Tombstone(issue.id(), issue.key(), reason, newKey, lookedAt));
  }
}
