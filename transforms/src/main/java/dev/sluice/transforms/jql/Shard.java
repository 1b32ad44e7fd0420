package dev.sluice.transforms.jql;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;

/**
 * A piece of a run that one reader reads from end to end. The shards of a plan cover its range and
 * never overlap. Several shards share one range if a crowded minute had to be cut by something else
 * than time: the query tells them apart.
 *
 * @param id unique in its plan and the same whenever the same plan is made, e.g. {@code s0003}
 * @param ordinal position in the plan from 0, the order in which shards are to be read
 * @param field the time that the range is about
 * @param range the range, UTC
 * @param jql the whole query, ordered by the field and then by key, both ascending
 * @param expected how many issues Jira counted when the plan was made; an estimate where Jira only
 *     estimates
 */
public record Shard(
    String id, int ordinal, RangeField field, DateRange range, String jql, long expected)
    implements Serializable {

  static Shard of(int ordinal, RangeField field, DateRange range, String jql, long expected) {
    String id = String.format(Locale.ROOT, "s%04d", ordinal);
    return new Shard(id, ordinal, field, range, jql, expected);
  }

  /** The query without its order, for counting. */
  public String countJql() {
    return Jql.unordered(jql);
  }

  /** The query for those of its issues whose time is {@code minute} or later, in the same order. */
  public String jqlSince(Instant minute) {
    return countJql() + " AND " + Jql.in(field, DateRange.since(minute)) + Jql.orderBy(field);
  }

  /**
   * The query for those of its issues that are named, in the same order.
   *
   * @param issueIds numbers, as Jira has given them
   */
  public String jqlOf(Collection<String> issueIds) {
    return countJql() + " AND id in (" + String.join(", ", issueIds) + ")" + Jql.orderBy(field);
  }
}
