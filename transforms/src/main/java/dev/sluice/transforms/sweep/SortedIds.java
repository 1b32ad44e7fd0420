package dev.sluice.transforms.sweep;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Ids, ascending, each once: eight bytes each. */
final class SortedIds {

  /** The place of what is not there. */
  static final int NONE = -1;

  private static final int MOST_DIGITS = 18;

  private final long[] ids;

  private SortedIds(long[] ids) {
    this.ids = ids;
  }

  /** The first {@code count} of {@code ids}, in whatever order, repeats dropped. */
  static SortedIds of(long[] ids, int count) {
    long[] sorted = Arrays.copyOf(ids, count);
    Arrays.sort(sorted);
    int unique = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[unique++] = sorted[i];
      }
    }
    return new SortedIds(unique == sorted.length ? sorted : Arrays.copyOf(sorted, unique));
  }

  static SortedIds of(long... ids) {
    return of(ids, ids.length);
  }

  int size() {
    return ids.length;
  }

  boolean contains(long id) {
    return Arrays.binarySearch(ids, id) >= 0;
  }

  /** The id at a place from 0 to {@link #size()}. */
  long at(int place) {
    return ids[place];
  }

  /** The place of an id as tables have it; negative when it is not there. */
  int position(String id) {
    long number = 0;
    for (int i = 0; i < id.length(); i++) {
      int digit = id.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      number = 10 * number + digit;
    }
    boolean plain = !id.isEmpty() && id.length() <= MOST_DIGITS;
    return plain ? Arrays.binarySearch(ids, number) : NONE;
  }

  LongStream stream() {
    return Arrays.stream(ids);
  }

  /** Those that the other does not have. */
  LongStream without(SortedIds other) {
    return stream().filter(id -> !other.contains(id));
  }
}
