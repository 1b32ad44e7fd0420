package dev.sluice.transforms;

import dev.sluice.schemas.layout.Manifest;
import dev.sluice.transforms.jira.JiraWorklogs;
import dev.sluice.transforms.jira.WorklogChanges;
import dev.sluice.transforms.store.PublishedRuns;
import dev.sluice.transforms.store.WarehouseStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The issues an increment has to read again because a worklog of theirs changed or vanished, which
 * does not always move an issue's {@code updated}.
 *
 * @param issueIds ids, some of which may have been updated as well
 * @param completeUntil up to when, by the server's clock (UTC), these are all
 * @param warnings what could not be found out
 */
public record WorklogCatchUp(Set<String> issueIds, Instant completeUntil, List<String> warnings) {

  /** Jira hides the last minute, and does so to the minute: what it hid last time comes again. */
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  public WorklogCatchUp {
    issueIds = Set.copyOf(issueIds);
    warnings = List.copyOf(warnings);
  }

  /**
   * Asks Jira what changed; two requests when nothing did. Only the warehouse knows to which issue
   * a deleted worklog belonged.
   *
   * @param since where the increment begins
   * @param warehouse holds the worklogs loaded so far
   */
  public static WorklogCatchUp since(
      Instant since, JiraWorklogs worklogs, WarehouseStore warehouse) {
    Instant from = since.minus(OVERLAP);
    WorklogChanges changed = worklogs.changedSince(from);
    WorklogChanges deleted = worklogs.deletedSince(from);
    Set<String> issueIds = new TreeSet<>(worklogs.issuesOf(changed.worklogIds()));
    issueIds.addAll(ownersOf(deleted.worklogIds(), new PublishedRuns(warehouse)));
    List<Instant> crowded = new ArrayList<>(changed.crowded());
    crowded.addAll(deleted.crowded());
    Instant until =
        changed.completeUntil().isBefore(deleted.completeUntil())
            ? changed.completeUntil()
            : deleted.completeUntil();
    return new WorklogCatchUp(
        issueIds,
        until,
        crowded.stream()
            .map(
                moment ->
                    "more than a thousand worklogs changed at "
                        + moment
                        + ": Jira names only the first thousand, load their issues with --full")
            .toList());
  }

  private static Set<String> ownersOf(Set<Long> worklogIds, PublishedRuns runs) {
    Set<String> owners = new TreeSet<>();
    if (worklogIds.isEmpty()) {
      return owners;
    }
    Set<String> ids = worklogIds.stream().map(String::valueOf).collect(Collectors.toSet());
    for (Manifest manifest : runs.manifests()) {
      runs.rows(
          manifest,
          "worklog",
          List.of("id", "issue_id"),
          row -> {
            if (ids.contains(row.getOrDefault("id", "")) && row.containsKey("issue_id")) {
              owners.add(row.getOrDefault("issue_id", ""));
            }
          });
    }
    return owners;
  }
}
