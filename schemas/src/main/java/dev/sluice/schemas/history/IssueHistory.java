package dev.sluice.schemas.history;

import java.util.List;

/**
 * All that one issue's history says; everything is empty for an issue read without its changelog.
 *
 * @param changes the values at creation, in field-id order, then every changelog item in the
 *     server's order
 * @param statuses gapless from creation
 * @param assignees gapless from creation
 * @param sprints by the time they were added
 * @param keys former keys, oldest first, each once
 * @param mismatches ids of the fields whose history, replayed forward, does not end at the value
 *     the issue has
 */
public record IssueHistory(
    List<FieldChange> changes,
    List<ValueInterval> statuses,
    List<ValueInterval> assignees,
    List<SprintInterval> sprints,
    List<KeyAlias> keys,
    List<String> mismatches) {

  static final IssueHistory NONE =
      new IssueHistory(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public IssueHistory {
    changes = List.copyOf(changes);
    statuses = List.copyOf(statuses);
    assignees = List.copyOf(assignees);
    sprints = List.copyOf(sprints);
    keys = List.copyOf(keys);
    mismatches = List.copyOf(mismatches);
  }
}
