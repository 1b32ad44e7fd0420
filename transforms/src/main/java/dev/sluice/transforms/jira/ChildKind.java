package dev.sluice.transforms.jira;

/**
 * What hangs on an issue in lists that Jira Cloud cuts: a search embeds the newest 40 histories, 20
 * comments and 20 worklogs, each list beside its {@code total}. Data Center embeds all, except
 * worklogs, of which it embeds 20 as well.
 */
public enum ChildKind {
  HISTORIES("changelog", "histories"),
  COMMENTS("comment", "comments"),
  WORKLOGS("worklog", "worklogs");

  private final String holder;
  private final String list;

  ChildKind(String holder, String list) {
    this.holder = holder;
    this.list = list;
  }

  /** Returns the name of the object that holds the list: a field, or the changelog. */
  public String holder() {
    return holder;
  }

  /** Returns the name of the list within its object. */
  public String list() {
    return list;
  }
}
