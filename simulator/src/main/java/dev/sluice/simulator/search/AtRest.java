package dev.sluice.simulator.search;

import dev.sluice.simulator.site.GeneratedIssues;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongToIntFunction;
import java.util.function.ToLongFunction;

/**
 * The issues of a site at rest, sorted by both of their times and findable by id and by key.
 *
 * @param position the place of an id in the list, or -1
 * @param byKey by the present key, in capitals
 */
record AtRest(
    List<SimIssue> issues,
    Sorted byCreated,
    Sorted byUpdated,
    LongToIntFunction position,
    Function<String, Optional<SimIssue>> byKey,
    Map<String, Long> formerKeys) {
  static AtRest of(Site site) {
    List<SimIssue> issues = site.issues();
    Map<String, Long> formerKeys = new HashMap<>();
    site.formerKeys().forEach((key, id) -> formerKeys.put(key.toUpperCase(Locale.ROOT), id));
    if (issues instanceof GeneratedIssues generated) {
      return new AtRest(
          issues,
          new Sorted(issues, issue -> issue.created().toEpochMilli()),
          new Sorted(issues, issue -> issue.updated().toEpochMilli()),
          generated::position,
          generated::byKey,
          formerKeys);
    }
    Map<Long, Integer> positions = new HashMap<>();
    Map<String, SimIssue> byKey = new HashMap<>();
    for (int position = 0; position < issues.size(); position++) {
      SimIssue issue = issues.get(position);
      positions.put(issue.id(), position);
      byKey.put(issue.key().toUpperCase(Locale.ROOT), issue);
    }
    return new AtRest(
        issues,
        Sorted.by(issues, issue -> issue.created().toEpochMilli()),
        Sorted.by(issues, issue -> issue.updated().toEpochMilli()),
        id -> positions.getOrDefault(id, -1),
        key -> Optional.ofNullable(byKey.get(key)),
        formerKeys);
  }

  Optional<SimIssue> byId(long id) {
    int place = position.applyAsInt(id);
    return place < 0 ? Optional.empty() : Optional.of(issues.get(place));
  }

  boolean isGenerated() {
    return issues instanceof GeneratedIssues;
  }

  /** The fewest issues known to hold everything the windows of the filter let through. */
  List<SimIssue> candidates(Filter filter) {
    List<SimIssue> created = byCreated.within(filter.created());
    List<SimIssue> updated = byUpdated.within(filter.updated());
    return created.size() <= updated.size() ? created : updated;
  }

  /** Issues in order of a time, and of their ids where the times are the same. */
  record Sorted(List<SimIssue> issues, ToLongFunction<SimIssue> time) {
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
