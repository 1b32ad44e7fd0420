package dev.sluice.transforms.jql;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Pattern NAMES = Pattern.compile("id in \\((\\d+(?:, \\d+)*)\\)");

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
    return countJql() + " AND " + nameIssues(issueIds) + Jql.orderBy(field);
  }

  /** The condition that names issues one by one; what {@link #named} reads. */
  public static String nameIssues(Collection<String> issueIds) {
    return "id in (" + String.join(", ", issueIds) + ")";
  }

  /** The ids its query names before all else; none for a shard that is only of a range. */
  public List<String> named() {
    Matcher names = NAMES.matcher(jql);
    return names.lookingAt() ? List.of(names.group(1).split(", ", -1)) : List.of();
  }

  /** The same query for some of the issues it names, of which Jira counts this many. */
  public Shard naming(Collection<String> issueIds, long count) {
    String others = NAMES.matcher(jql).replaceFirst(nameIssues(issueIds));
    return new Shard(id, ordinal, field, range, others, count);
  }
}
