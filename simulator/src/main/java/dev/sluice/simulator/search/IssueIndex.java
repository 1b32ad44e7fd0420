package dev.sluice.simulator.search;

import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The issues of a site, sorted by both of their times and findable by id and by key. */
public final class IssueIndex {
  private final List<SimIssue> issues;
  private final Sorted byCreated;
  private final Sorted byUpdated;
  private final Map<Long, Integer> positions = new HashMap<>();
  private final Map<String, SimIssue> byKey = new HashMap<>();
  private final Map<String, SimIssue> byFormerKey = new HashMap<>();

  public IssueIndex(Site site) {
    this.issues = site.issues();
    this.byCreated = Sorted.by(this.issues, issue -> issue.created().toEpochMilli());
    this.byUpdated = Sorted.by(this.issues, issue -> issue.updated().toEpochMilli());
    for (int position = 0; position < issues.size(); position++) {
      SimIssue issue = issues.get(position);
      positions.put(issue.id(), position);
      byKey.put(issue.key().toUpperCase(Locale.ROOT), issue);
    }
    site.formerKeys()
        .forEach(
            (key, id) -> byId(id).ifPresent(i -> byFormerKey.put(key.toUpperCase(Locale.ROOT), i)));
  }

  public List<SimIssue> issues() {
    return issues;
  }

  /** By id, by key, or by a key the issue had before it was moved. */
  public Optional<SimIssue> find(String idOrKey) {
    Optional<SimIssue> current = byIdOrCurrentKey(idOrKey);
    return current.isPresent()
        ? current
        : Optional.ofNullable(byFormerKey.get(idOrKey.toUpperCase(Locale.ROOT)));
  }

  Optional<SimIssue> byIdOrCurrentKey(String idOrKey) {
    boolean number = !idOrKey.isEmpty() && idOrKey.chars().allMatch(c -> c >= '0' && c <= '9');
    return number && idOrKey.length() < 19
        ? byId(Long.parseLong(idOrKey))
        : Optional.ofNullable(byKey.get(idOrKey.toUpperCase(Locale.ROOT)));
  }

  /** The place of an issue of this index in the list of all. */
  int position(SimIssue issue) {
    Integer position = positions.get(issue.id());
    if (position == null) {
      throw new IllegalArgumentException("no issue of this index: " + issue);
    }
    return position;
  }

  private Optional<SimIssue> byId(long id) {
    return Optional.ofNullable(positions.get(id)).map(issues::get);
  }

  /** The fewest issues known to hold everything the windows of the filter let through. */
  List<SimIssue> candidates(Filter filter) {
    List<SimIssue> created = byCreated.within(filter.created());
    List<SimIssue> updated = byUpdated.within(filter.updated());
    return created.size() <= updated.size() ? created : updated;
  }

  /** Issues in order of a time, and of their ids where the times are the same. */
  private record Sorted(List<SimIssue> issues, ToLongFunction<SimIssue> time) {
    static Sorted by(List<SimIssue> issues, ToLongFunction<SimIssue> time) {
      SimIssue[] sorted = issues.toArray(SimIssue[]::new);
      Arrays.sort(sorted, Comparator.comparingLong(time).thenComparingLong(SimIssue::id));
      return new Sorted(List.of(sorted), time);
    }

    List<SimIssue> within(TimeWindow window) {
      int from = firstAtOrAfter(window.from());
      return issues.subList(from, Math.max(from, firstAtOrAfter(window.to())));
    }

    private int firstAtOrAfter(long bound) {
      int low = 0;
      int high = issues.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (time.applyAsLong(issues.get(middle)) < bound) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
