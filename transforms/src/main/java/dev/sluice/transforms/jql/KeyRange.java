package dev.sluice.transforms.jql;

import java.util.Optional;

/**
 * A half-open range of the keys of one project. Both bounds must be keys of issues that exist and
 * that the account may see: Jira looks the issue up, compares the number in its key within its
 * project, refuses a key without an issue and finds nothing for one it hides ({@code
 * IssueIdValidator} and {@code IssueIdClauseQueryFactory} in Jira's source).
 */
record KeyRange(Optional<String> from, Optional<String> to) {

  static final KeyRange ALL = new KeyRange(Optional.empty(), Optional.empty());

  KeyRange upTo(String key) {
    return new KeyRange(from, Optional.of(key));
  }

  KeyRange startingAt(String key) {
    return new KeyRange(Optional.of(key), to);
  }

  Optional<String> condition() {
    Optional<String> lower = from.map(key -> "key >= " + Jql.quote(key));
    Optional<String> upper = to.map(key -> "key < " + Jql.quote(key));
    if (lower.isEmpty()) {
      return upper;
    }
    return Optional.of(upper.map(text -> lower.get() + " AND " + text).orElse(lower.get()));
  }
}
