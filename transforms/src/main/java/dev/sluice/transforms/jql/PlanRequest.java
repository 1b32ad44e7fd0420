package dev.sluice.transforms.jql;

import java.time.Instant;
import java.util.Optional;

/**
 * What is to be planned.
 *
 * @param range the issues to read by their {@code field}; open at its upper end if what changes
 *     during the run is to be collected too
 * @param earliest when the first issue in scope was created, as a hint where to cut; a wrong hint
 *     costs requests, never issues
 * @param now the server's time, a hint like {@code earliest}
 * @param concurrency how many shards are read at the same time
 * @param maxSize the most issues a shard may hold, less than 10,000: Data Center 11 refuses to page
 *     further
 * @param countTolerance by what share a count may be wrong: 0 if the server counts exactly
 */
public record PlanRequest(
    Scope scope,
    RangeField field,
    DateRange range,
    Optional<Instant> earliest,
    Instant now,
    int concurrency,
    int maxSize,
    double countTolerance) {

  /** The most issues a shard holds unless somebody says otherwise. */
  public static final int DEFAULT_MAX_SIZE = 5_000;

  /** What Jira Cloud's {@code approximate-count} is trusted to. */
  public static final double APPROXIMATE = 0.05;

  /** What Data Center's {@code total} is trusted to. */
  public static final double EXACT = 0;

  private static final int RESULT_WINDOW = 10_000;

  /**
   * Refuses sizes that cannot be met.
   *
   * @throws IllegalArgumentException if a number is outside its range
   */
  public PlanRequest {
    requireWithin("concurrency", concurrency, 1, Integer.MAX_VALUE);
    requireWithin("maxSize", maxSize, 1, RESULT_WINDOW - 1);
    if (!(countTolerance >= 0 && countTolerance < 1)) {
      throw new IllegalArgumentException(
          "countTolerance is " + countTolerance + ", allowed are 0 to less than 1");
    }
  }

  private static void requireWithin(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is " + value + ", allowed are " + least + " to " + most);
    }
  }
}
