package dev.sluice.simulator.site;

/** Whether an issue can be seen. */
public enum Standing {
  PRESENT,
  /** In no search, but answered when it is asked for by id or key. */
  ARCHIVED,
  /** The account may not see it: as if it were not there. */
  HIDDEN,
  DELETED
}
