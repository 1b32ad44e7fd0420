package dev.sluice.transforms.state;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalLong;

/** When issues were found gone, last, and whether they were read since. */
final class Deletions {

  private final LongSlots issues = new LongSlots();
  private long[] detected = new long[issues.capacity()];
  private int[] runs = new int[issues.capacity()];
  private final BitSet undone = new BitSet();

  /** Notes that a run found an issue gone, at an instant in microseconds. */
  void gone(long issue, long detectedAt, int run) {
    int known = issues.size();
    int slot = issues.add(issue);
    if (detected.length < issues.capacity()) {
      detected = Arrays.copyOf(detected, issues.capacity());
      runs = Arrays.copyOf(runs, issues.capacity());
    }
    if (slot == known || isAfter(detectedAt, run, slot)) {
      detected[slot] = detectedAt;
      runs[slot] = run;
    }
  }

  /** Notes that a run has read an issue; all deletions must be noted before. */
  void read(long issue, long readAt, int run) {
    int slot = issues.find(issue);
    if (slot != LongSlots.NONE && isAfter(readAt, run, slot)) {
      undone.set(slot);
    }
  }

  boolean hides(long issue) {
    int slot = issues.find(issue);
    return slot != LongSlots.NONE && !undone.get(slot);
  }

  /** When an issue was found gone, last, in microseconds, whether or not it was read since. */
  OptionalLong detected(long issue) {
    int slot = issues.find(issue);
    return slot == LongSlots.NONE ? OptionalLong.empty() : OptionalLong.of(detected[slot]);
  }

  /** Jira tells whole seconds only: within one, the later run is after the earlier. */
  private boolean isAfter(long micros, int run, int slot) {
    return micros > detected[slot] || (micros == detected[slot] && run > runs[slot]);
  }
}
