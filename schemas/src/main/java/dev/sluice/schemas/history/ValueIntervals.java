package dev.sluice.schemas.history;

import dev.sluice.schemas.value.NamedValue;
import dev.sluice.schemas.value.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the changes of a field that holds one value into gapless intervals. */
final class ValueIntervals {

  private ValueIntervals() {}

  /**
   * Returns the intervals, oldest first; a change to the value the field had already ends none.
   *
   * @param steps the first one at creation
   * @param categories category by id
   */
  static List<ValueInterval> of(List<Step> steps, Function<String, @Nullable String> categories) {
    List<Step> entries = new ArrayList<>();
    for (Step step : steps) {
      if (entries.isEmpty() || !isSame(entries.get(entries.size() - 1), step)) {
        entries.add(step);
      }
    }
    List<ValueInterval> intervals = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      Step next = i + 1 < entries.size() ? entries.get(i + 1) : null;
      intervals.add(interval(i, entries.get(i), next, categories));
    }
    return intervals;
  }

  private static ValueInterval interval(
      long position,
      Step step,
      @Nullable Step next,
      Function<String, @Nullable String> categories) {
    FieldChange change = step.change();
    NamedValue value = change.to();
    String id = value.id();
    return new ValueInterval(
        change.issueId(),
        position,
        new NamedValue(
            ValueForm.isFilled(id) ? id : null,
            ValueForm.isFilled(value.text()) ? value.text() : null),
        id == null ? null : categories.apply(id),
        change.time(),
        next == null ? null : next.change().time(),
        next == null ? null : seconds(step.micros(), next.micros()),
        change.authorId(),
        next == null);
  }

  private static @Nullable Long seconds(long from, long to) {
    if (from == Timestamps.NONE || to == Timestamps.NONE || to < from) {
      return null;
    }
    return (to - from) / 1_000_000L;
  }

  private static boolean isSame(Step before, Step after) {
    NamedValue left = before.change().to();
    NamedValue right = after.change().to();
    boolean hasId = ValueForm.isFilled(left.id()) || ValueForm.isFilled(right.id());
    return hasId
        ? Objects.equals(left.id(), right.id())
        : Objects.equals(left.text(), right.text());
  }
}
