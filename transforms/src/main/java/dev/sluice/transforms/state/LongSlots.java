package dev.sluice.transforms.state;

import java.util.Arrays;

/** Numbers, each with a place of its own from 0 on: millions of them in 16 to 24 bytes each. */
final class LongSlots {

  static final int NONE = -1;

  private static final int FIRST_CAPACITY = 1024;

  /** Spreads neighbouring ids over the table (Knuth, multiplicative hashing). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] numbers = new long[FIRST_CAPACITY];
  private int[] table = emptyTable(2 * FIRST_CAPACITY);
  private int size;

  int size() {
    return size;
  }

  long at(int slot) {
    return numbers[slot];
  }

  /** The place of a number, {@link #NONE} when it has none. */
  int find(long number) {
    return table[cell(number)];
  }

  /** The place of a number, the next one when it has none yet. */
  int add(long number) {
    int cell = cell(number);
    if (table[cell] != NONE) {
      return table[cell];
    }
    if (size == numbers.length) {
      grow();
      cell = cell(number);
    }
    numbers[size] = number;
    table[cell] = size;
    return size++;
  }

  /** How many places there is room for now; whoever keeps more about each grows along. */
  int capacity() {
    return numbers.length;
  }

  private int cell(long number) {
    int mask = table.length - 1;
    int cell = (int) ((number * SPREAD) >>> 33) & mask;
    while (table[cell] != NONE && numbers[table[cell]] != number) {
      cell = (cell + 1) & mask;
    }
    return cell;
  }

  private void grow() {
    numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    table = emptyTable(2 * table.length);
    for (int slot = 0; slot < size; slot++) {
      table[cell(numbers[slot])] = slot;
    }
  }

  private static int[] emptyTable(int length) {
    int[] table = new int[length];
    Arrays.fill(table, NONE);
    return table;
  }
}
