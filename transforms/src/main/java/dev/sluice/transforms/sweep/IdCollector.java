package dev.sluice.transforms.sweep;

import java.util.Arrays;

/** Takes up ids page by page, repeats included. */
final class IdCollector {

  private static final int FIRST_CAPACITY = 8_192;

  private long[] ids = new long[FIRST_CAPACITY];
  private int size;

  void add(long[] more) {
    if (size + more.length > ids.length) {
      ids = Arrays.copyOf(ids, Math.max(size + more.length, ids.length + ids.length / 2));
    }
    System.arraycopy(more, 0, ids, size, more.length);
    size += more.length;
  }

  void add(SortedIds more) {
    add(more.stream().toArray());
  }

  SortedIds sorted() {
    return SortedIds.of(ids, size);
  }
}
