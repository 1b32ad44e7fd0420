package dev.sluice.transforms.jira;

import java.io.Serializable;
import java.time.Duration;

/**
 * Says how often a failed request is repeated and how long a client waits for a Jira that asks it
 * to.
 *
 * @param retries how often one request is repeated after errors; waits told by a 429 do not count
 * @param firstPause the pause before the first repetition; each later one doubles
 * @param longestPause where the doubling ends
 * @param longestWait the most one request waits in all before the client gives up
 */
public record Patience(
    int retries, Duration firstPause, Duration longestPause, Duration longestWait)
    implements Serializable {

  /**
   * What Atlassian asks of clients, from 2 s doubling to 30 s, 15 minutes in all; but six times,
   * since one answer that does not come leaves its whole shard unread.
   */
  public static final Patience STANDARD =
      new Patience(6, Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMinutes(15));

  /** Returns the same patience with another bound on the whole wait of one request. */
  public Patience withLongestWait(Duration wait) {
    return new Patience(retries, firstPause, longestPause, wait);
  }

  /** Returns the same patience with another number of repetitions after errors. */
  public Patience withRetries(int count) {
    return new Patience(count, firstPause, longestPause, longestWait);
  }
}
