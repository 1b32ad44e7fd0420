package dev.sluice.schemas.history;

import dev.sluice.schemas.value.NamedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the changes of a sprint field, each of which says all sprints, into memberships. */
final class SprintIntervals {

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Integer> open = new LinkedHashMap<>();
  private final int firstPosition;
  private final List<SprintInterval> intervals = new ArrayList<>();

  private SprintIntervals(int firstPosition) {
    this.firstPosition = firstPosition;
  }

  /**
   * Returns the memberships in the order in which they began.
   *
   * @param steps the first one at creation
   * @param current the sprints of the issue, for their names
   * @param firstPosition of the first membership
   */
  static List<SprintInterval> of(List<Step> steps, List<NamedValue> current, int firstPosition) {
    SprintIntervals sprints = new SprintIntervals(firstPosition);
    steps.forEach(step -> sprints.learnNames(step.change().to()));
    current.forEach(sprint -> sprints.learnName(sprint.id(), sprint.text()));
    steps.forEach(step -> sprints.apply(step.change()));
    return sprints.intervals;
  }

  private void apply(FieldChange change) {
    List<String> now = ids(change.to());
    open.forEach(
        (id, index) -> {
          if (!now.contains(id)) {
            close(index, change.time());
          }
        });
    open.keySet().retainAll(now);
    for (String id : now) {
      if (!open.containsKey(id)) {
        open.put(id, intervals.size());
        intervals.add(
            new SprintInterval(
                change.issueId(),
                firstPosition + intervals.size(),
                new NamedValue(id, names.get(id)),
                change.time(),
                null,
                change.authorId(),
                true));
      }
    }
  }

  private void close(int index, @Nullable String time) {
    SprintInterval interval = intervals.get(index);
    intervals.set(
        index,
        new SprintInterval(
            interval.issueId(),
            interval.position(),
            interval.sprint(),
            interval.addedAt(),
            time,
            interval.authorId(),
            false));
  }

  /** Names may hold the very comma that separates them: then there are more of them than ids. */
  private void learnNames(NamedValue sprints) {
    List<String> ids = ids(sprints);
    String text = sprints.text();
    if (text != null && ids.size() == 1) {
      learnName(ids.get(0), text);
    } else if (text != null) {
      String[] each = text.split(", ", -1);
      for (int i = 0; each.length == ids.size() && i < each.length; i++) {
        learnName(ids.get(i), each[i]);
      }
    }
  }

  private void learnName(@Nullable String id, @Nullable String name) {
    if (id != null && name != null) {
      names.put(id, name);
    }
  }

  private static List<String> ids(NamedValue sprints) {
    String ids = sprints.id();
    if (ids == null) {
      return List.of();
    }
    return Arrays.stream(ids.split(",", -1))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .distinct()
        .toList();
  }
}
