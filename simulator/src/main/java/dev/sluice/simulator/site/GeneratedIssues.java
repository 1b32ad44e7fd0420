package dev.sluice.simulator.site;

import java.util.AbstractList;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * Issues that are made each time they are looked at, so that a list of any length needs no memory.
 * Ids, keys and both times ascend along the list; no two issues share any of them.
 */
public abstract class GeneratedIssues extends AbstractList<SimIssue> implements RandomAccess {
  GeneratedIssues() {}

  /** The place of an issue, or -1. */
  public abstract int position(long id);

  /** Finds an issue by its key, in capitals. */
  public abstract Optional<SimIssue> byKey(String key);
}
