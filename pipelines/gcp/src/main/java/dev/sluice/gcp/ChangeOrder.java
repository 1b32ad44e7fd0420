package dev.sluice.gcp;

import dev.sluice.transforms.state.IssueStanding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Which of several changes of one key counts: the greater, whenever each arrives. The parts are
 * microseconds and are compared one after another.
 */
record ChangeOrder(long first, long second, long third) implements Comparable<ChangeOrder> {

  /**
   * Of an issue and what belongs to it the newer version counts, by {@code updated}; of the same
   * version what was seen last, be it a read or that it is gone; then the later run.
   */
  static ChangeOrder of(IssueStanding issue, Instant runEndedAt) {
    Instant seen =
        issue.foundGone().filter(gone -> gone.isAfter(issue.readAt())).orElse(issue.readAt());
    return new ChangeOrder(micros(issue.updated()), micros(seen), micros(runEndedAt));
  }

  /** Of everything else the later run counts, and within a run what was read last. */
  static ChangeOrder of(Instant runEndedAt, Instant readAt) {
    return new ChangeOrder(micros(runEndedAt), micros(readAt), 0);
  }

  /** The same as BigQuery's sequence number: unsigned sections, times before 1970 included. */
  String sequenceNumber() {
    return LongStream.of(first, second, third)
        .mapToObj(part -> Long.toHexString(part ^ Long.MIN_VALUE))
        .collect(Collectors.joining("/"));
  }

  @Override
  public int compareTo(ChangeOrder other) {
    int compared = Long.compare(first, other.first);
    compared = compared == 0 ? Long.compare(second, other.second) : compared;
    return compared == 0 ? Long.compare(third, other.third) : compared;
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
