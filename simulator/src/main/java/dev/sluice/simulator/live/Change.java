package dev.sluice.simulator.live;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * One change that was made.
 *
 * @param issue the id; that of the new issue when one was created, 0 for a change to a project
 * @param key as it is after the change; the key of the project for a change to one
 * @param child the id of the comment, worklog or link that came, changed or went
 * @param detail what exactly, for people
 */
public record Change(
    Kind kind, long issue, String key, OptionalLong child, String detail, Instant at) {
  /** What can happen. */
  public enum Kind {
    EDITED,
    TRANSITIONED,
    COMMENTED,
    COMMENT_EDITED,
    COMMENT_DELETED,
    WORK_LOGGED,
    WORKLOG_EDITED,
    WORKLOG_DELETED,
    MOVED,
    CREATED,
    DELETED,
    LINKED,
    UNLINKED,
    ARCHIVED,
    HIDDEN,
    /** No longer archived or hidden. */
    RESTORED
  }

  @Override
  public String toString() {
    return at + " " + kind + " " + key + (issue == 0 ? "" : " (" + issue + ")") + ": " + detail;
  }
}
