package dev.sluice.transforms.state;

import java.util.Arrays;

/** The newest version of each issue: when it was updated, when read, and where its row is. */
final class IssueVersions {

  private final LongSlots issues = new LongSlots();
  private long[] updated = new long[issues.capacity()];
  private long[] readAt = new long[issues.capacity()];
  private int[] sources = new int[issues.capacity()];

  int size() {
    return issues.size();
  }

  /** The issue at a place from 0 to {@link #size()}. */
  long issue(int slot) {
    return issues.at(slot);
  }

  int slot(long issue) {
    return issues.find(issue);
  }

  long updated(int slot) {
    return updated[slot];
  }

  long readAt(int slot) {
    return readAt[slot];
  }

  int source(int slot) {
    return sources[slot];
  }

  /** Offers a row, times in microseconds; of rows of the same times the one offered last wins. */
  void offer(long issue, long updatedAt, long read, int source) {
    int known = issues.size();
    int slot = issues.add(issue);
    if (updated.length < issues.capacity()) {
      updated = Arrays.copyOf(updated, issues.capacity());
      readAt = Arrays.copyOf(readAt, issues.capacity());
      sources = Arrays.copyOf(sources, issues.capacity());
    }
    boolean newer =
        slot == known
            || updatedAt > updated[slot]
            || (updatedAt == updated[slot] && read >= readAt[slot]);
    if (newer) {
      updated[slot] = updatedAt;
      readAt[slot] = read;
      sources[slot] = source;
    }
  }

  /** Whether the newest version has these times. */
  boolean isAt(int slot, long updatedAt, long read) {
    return updated[slot] == updatedAt && readAt[slot] == read;
  }
}
