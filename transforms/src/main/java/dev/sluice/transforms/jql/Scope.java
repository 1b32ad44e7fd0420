package dev.sluice.transforms.jql;

import java.util.List;

/** Which issues a run is about, apart from their time. */
public sealed interface Scope {

  /** All the account may see. */
  record Everything() implements Scope {}

  /**
   * The issues of some projects.
   *
   * @param keys project keys, at least one, each once
   */
  record Projects(List<String> keys) implements Scope {
    /** Copies the list. */
    public Projects {
      keys = keys.stream().distinct().toList();
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("no project keys");
      }
    }
  }

  /**
   * The issues that somebody's own JQL finds.
   *
   * @param conditions not blank, without {@code ORDER BY}, brackets and quotes paired
   */
  record Matching(String conditions) implements Scope {
    /** Drops an {@code ORDER BY}. */
    public Matching {
      conditions = Filter.conditions(conditions);
      if (conditions.isEmpty()) {
        throw new IllegalArgumentException("the JQL has no conditions");
      }
    }
  }

  /** All the account may see. */
  static Scope everything() {
    return new Everything();
  }

  /** The issues of these projects, by project key; everything if there are none. */
  static Scope projects(List<String> keys) {
    return keys.isEmpty() ? new Everything() : new Projects(keys);
  }

  /**
   * The issues that this JQL finds, everything if it has no conditions. Its {@code ORDER BY} is
   * dropped: a shard has its own.
   *
   * @throws IllegalArgumentException if a quote is not closed or brackets do not pair up; whether
   *     Jira accepts the rest, only Jira knows
   */
  static Scope matching(String jql) {
    return Filter.conditions(jql).isEmpty() ? new Everything() : new Matching(jql);
  }
}
