package dev.sluice.transforms.jql;

import java.util.List;
import java.util.Optional;

/**
 * What the planner asks Jira. Each call of {@link #count} or {@link #keyAt} is about one request;
 * only counting is needed for a plan, the rest is asked when a single minute holds too many issues.
 * Exceptions pass through the planner unchanged.
 */
@FunctionalInterface
public interface IssueCounter {

  /** How many issues the query finds now. The query has no {@code ORDER BY}. */
  long count(String jql);

  /**
   * The key of the issue at a position of the query's answer, counted from 0; empty if the answer
   * is shorter or if keys cannot be looked up. The query is ordered by key and stays within one
   * project. The position is less than 5,000, the most keys Jira Cloud returns at once.
   */
  default Optional<String> keyAt(String jql, int position) {
    return Optional.empty();
  }

  /** The keys of the projects that may be in scope, as far as they are known; asked for once. */
  default List<String> projectKeys() {
    return List.of();
  }
}
