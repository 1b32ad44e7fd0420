package dev.sluice.transforms.jql;

/**
 * How many issues a shard should hold, in counts as Jira gives them.
 *
 * @param target what to aim at
 * @param comfortable not worth another cut; also how far small neighbours are put together again
 * @param tolerable still below the hard limit when the count is as wrong as it may be
 * @param crumb too small for a shard of its own: its page and its check cost more than it evens out
 */
record Sizes(int target, long comfortable, long tolerable, long crumb) {

  /** The last of the 5,000 keys that Jira Cloud returns at once. */
  private static final int LAST_KEY_OF_A_PAGE = 4_999;

  static Sizes of(int wanted, PlanRequest request) {
    long tolerable = (long) (request.maxSize() / (1 + request.countTolerance()));
    int target = (int) Math.max(1, Math.min(wanted, tolerable));
    return new Sizes(target, Math.min(target * 3L / 2, tolerable), tolerable, target / 10);
  }

  /** The part of an oversized region that should come before the next cut, in (0, 1). */
  double share(long issues) {
    long parts = Math.max(2, Math.round((double) issues / target));
    long before = parts / 2;
    return (double) before / parts;
  }

  /** After how many issues to cut a region that is more than tolerable, into few equal parts. */
  int position(long issues) {
    long parts = Math.max(2, Math.floorDiv(issues + tolerable - 1, tolerable));
    return (int) Math.min(issues / parts, LAST_KEY_OF_A_PAGE);
  }
}
