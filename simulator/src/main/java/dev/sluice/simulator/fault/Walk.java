package dev.sluice.simulator.fault;

/**
 * Where a paged search stands.
 *
 * @param page counted from 0; a page that begins anywhere behind the first one's start is a later
 *     one
 * @param token the token this page was asked for with; empty for the first page and for offsets
 * @param byOffset whether the walk goes by offsets
 * @param countOnly whether no issue is asked for, only how many there are
 */
public record Walk(String jql, int page, String token, boolean byOffset, boolean countOnly) {
  /** A page of a walk by tokens. */
  public static Walk byToken(String jql, int page, String token) {
    return new Walk(jql, page, token, false, false);
  }

  /**
   * A page of a walk by offsets.
   *
   * @param asked how many issues a page is asked to hold
   */
  public static Walk byOffset(String jql, int startAt, int asked) {
    int page = asked == 0 ? 0 : (int) (((long) startAt + asked - 1) / asked);
    return new Walk(jql, page, "", true, asked == 0);
  }
}
