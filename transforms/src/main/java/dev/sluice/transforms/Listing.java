package dev.sluice.transforms;

/**
 * What listing the ids of a shard came to, after its pages had not given what was counted.
 *
 * @param counted what Jira counts; the lower of two counts when people worked in between
 * @param recounted what Jira counted last
 * @param steady whether the last two counts are the same
 * @param listed how many ids it lists
 * @param unread listed issues that could not be read, not by their ids either
 * @param fetched issues that were missing from the pages and were read by their ids
 */
public record Listing(
    long counted, long recounted, boolean steady, long listed, long unread, long fetched) {

  /**
   * Whether everything that Jira has was read: all that it lists, if that is what it counts, or as
   * many as it counts, if that does not change. More may have come than it counts: what left the
   * shard meanwhile was read while it was there.
   *
   * @param rows issues that were read
   * @param tolerance the share of the count by which it may be too high
   */
  boolean isComplete(long rows, double tolerance) {
    boolean everythingListed = unread == 0 && listed >= Math.floor(counted * (1 - tolerance));
    return everythingListed || (steady && rows == recounted);
  }

  /** Whether fewer issues are there than Jira counts. */
  boolean isShort(long rows) {
    return Math.max(listed, rows) < counted;
  }
}
