package dev.sluice.simulator.live;

/**
 * Whether a change shows on the issue. Jira does not always say that something was deleted, so both
 * are made.
 */
public enum Trail {
  /** {@code updated} moves, and the history tells what Jira tells of such a change. */
  LEFT,
  /** The issue looks untouched: only what hangs on it differs. */
  NONE
}
