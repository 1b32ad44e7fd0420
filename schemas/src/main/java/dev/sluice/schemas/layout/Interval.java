package dev.sluice.schemas.layout;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The unit of work of a run: the half-open UTC interval {@code [from, to)}, on whole minutes
 * because JQL has no finer grain.
 */
public record Interval(Instant from, Instant to) implements Serializable {

  private static final DateTimeFormatter PATH_FORM =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

  /**
   * @throws IllegalArgumentException when a bound is not a whole minute or {@code to} is before
   *     {@code from}
   */
  public Interval {
    if (!from.equals(from.truncatedTo(ChronoUnit.MINUTES))
        || !to.equals(to.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException(
          "an interval has whole minutes as bounds, not " + from + " and " + to);
    }
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "the interval ends (" + to + ") before it starts (" + from + ")");
    }
  }

  /** The form used in file names: {@code 20260101T0000Z_20260102T0000Z}. */
  public String pathForm() {
    return PATH_FORM.format(from) + "_" + PATH_FORM.format(to);
  }
}
