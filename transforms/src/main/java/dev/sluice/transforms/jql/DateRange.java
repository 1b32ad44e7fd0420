package dev.sluice.transforms.jql;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A half-open range of instants, {@code from <= t < to}, on whole UTC minutes: Jira compares dates
 * by the minute at best, so two ranges that share a bound neither overlap nor leave a gap.
 *
 * <p>As text, and so in JSON, an ISO 8601 interval: {@code 2026-01-01T00:00:00Z/..} is open.
 *
 * @param from the first instant of the range
 * @param to the first instant after it; empty if the range never ends. Equal to {@code from} if the
 *     range holds no instant at all
 */
public record DateRange(Instant from, Optional<Instant> to) implements Serializable {

  private static final String OPEN = "..";

  /**
   * Refuses what JQL cannot say or what no instant can satisfy.
   *
   * @throws IllegalArgumentException if a bound is not a whole minute or {@code to} is before
   *     {@code from}
   */
  public DateRange {
    requireWholeMinute("from", from);
    to.ifPresent(end -> requireWholeMinute("to", end));
    if (to.isPresent() && to.get().isBefore(from)) {
      throw new IllegalArgumentException("to " + to.get() + " is before from " + from);
    }
  }

  /** A range with two ends. */
  public static DateRange of(Instant from, Instant to) {
    return new DateRange(from, Optional.of(to));
  }

  /** A range without an upper end: it also holds what happens after the question was asked. */
  public static DateRange since(Instant from) {
    return new DateRange(from, Optional.empty());
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if the text is not an interval
   * @throws java.time.format.DateTimeParseException if a bound is not an ISO 8601 instant
   */
  @JsonCreator
  public static DateRange parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("not an interval like 2026-01-01T00:00:00Z/..: " + text);
    }
    Instant from = Instant.parse(text.substring(0, slash));
    String end = text.substring(slash + 1);
    return end.equals(OPEN) ? since(from) : of(from, Instant.parse(end));
  }

  /** Whether the range holds no instant at all. */
  public boolean isEmpty() {
    return to.isPresent() && to.get().equals(from);
  }

  /** Whether the instant, of any precision, is in the range. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && (to.isEmpty() || instant.isBefore(to.get()));
  }

  DateRange upTo(Instant cut) {
    return of(from, cut);
  }

  DateRange startingAt(Instant cut) {
    return new DateRange(cut, to);
  }

  boolean meets(DateRange later) {
    return to.isPresent() && to.get().equals(later.from);
  }

  @JsonValue
  @Override
  public String toString() {
    return from + "/" + to.map(Instant::toString).orElse(OPEN);
  }

  private static void requireWholeMinute(String bound, Instant instant) {
    if (instant.getNano() != 0 || Math.floorMod(instant.getEpochSecond(), 60) != 0) {
      throw new IllegalArgumentException(bound + " is not a whole minute: " + instant);
    }
  }

  private Object writeReplace() {
    return new Serialized(from, to.orElse(null));
  }

  /** An {@link Optional} cannot be serialized by Java, the bounds can. */
  private record Serialized(Instant from, @Nullable Instant to) implements Serializable {
    private Object readResolve() {
      return new DateRange(from, Optional.ofNullable(to));
    }
  }
}
