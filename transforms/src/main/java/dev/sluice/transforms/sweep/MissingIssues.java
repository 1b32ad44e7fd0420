package dev.sluice.transforms.sweep;

import dev.sluice.transforms.state.CurrentState;
import dev.sluice.transforms.state.KnownIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which of the known issues a census lacks, counted by project first: of a project that vanished as
 * a whole they may be more than fit into memory.
 */
final class MissingIssues {

  /** How many issues of a project are known, and how many of these the census lacks. */
  static final class Tally {

    private String key = "";
    private long known;
    private long missing;

    String key() {
      return key;
    }

    long missing() {
      return missing;
    }

    boolean isWhole() {
      return missing == known;
    }
  }

  private final CurrentState state;
  private final SortedIds missing;
  private final Map<String, Tally> byProject = new TreeMap<>();

  /**
   * @param missing the known ids that the census lacks
   */
  MissingIssues(CurrentState state, SortedIds missing) {
    this.state = state;
    this.missing = missing;
    state.known(
        issue -> {
          Tally tally = byProject.computeIfAbsent(issue.projectId(), id -> new Tally());
          tally.key = issue.projectKey();
          tally.known++;
          tally.missing += isMissing(issue) ? 1 : 0;
        });
  }

  /** By project id; that of issues whose project is not known is empty. */
  Map<String, Tally> byProject() {
    return byProject;
  }

  /** The missing issues themselves, but for those of some projects. */
  List<KnownIssue> outside(Set<String> projectIds) {
    List<KnownIssue> issues = new ArrayList<>();
    state.known(
        issue -> {
          if (isMissing(issue) && !projectIds.contains(issue.projectId())) {
            issues.add(issue);
          }
        });
    return issues;
  }

  /** What is no number is no id of Jira's, and no census can have it. */
  private boolean isMissing(KnownIssue issue) {
    return issue.id().matches("\\d{1,18}") && missing.contains(Long.parseLong(issue.id()));
  }
}
