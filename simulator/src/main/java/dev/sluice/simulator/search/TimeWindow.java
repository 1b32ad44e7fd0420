package dev.sluice.simulator.search;

/** A half-open range of epoch milliseconds. */
record TimeWindow(long from, long to) {
  static final TimeWindow ALWAYS = new TimeWindow(Long.MIN_VALUE, Long.MAX_VALUE);

  boolean contains(long millis) {
    return from <= millis && millis < to;
  }

  TimeWindow and(TimeWindow other) {
    return new TimeWindow(Math.max(from, other.from), Math.min(to, other.to));
  }

  /** The smallest window that holds both. */
  TimeWindow or(TimeWindow other) {
    return new TimeWindow(Math.min(from, other.from), Math.max(to, other.to));
  }
}
