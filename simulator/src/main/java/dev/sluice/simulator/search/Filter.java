package dev.sluice.simulator.search;

import dev.sluice.simulator.site.SimIssue;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A compiled restriction: the windows an index can answer, and a test for what is left.
 *
 * @param rest what the windows do not already say
 */
record Filter(TimeWindow created, TimeWindow updated, Optional<Predicate<SimIssue>> rest) {
  static final Filter EVERYTHING =
      new Filter(TimeWindow.ALWAYS, TimeWindow.ALWAYS, Optional.empty());

  static Filter created(TimeWindow window) {
    return new Filter(window, TimeWindow.ALWAYS, Optional.empty());
  }

  static Filter updated(TimeWindow window) {
    return new Filter(TimeWindow.ALWAYS, window, Optional.empty());
  }

  static Filter testing(Predicate<SimIssue> test) {
    return new Filter(TimeWindow.ALWAYS, TimeWindow.ALWAYS, Optional.of(test));
  }

  boolean matches(SimIssue issue) {
    return created.contains(issue.created().toEpochMilli())
        && updated.contains(issue.updated().toEpochMilli())
        && (rest.isEmpty() || rest.get().test(issue));
  }

  Filter and(Filter other) {
    Optional<Predicate<SimIssue>> both =
        rest.isPresent() && other.rest.isPresent()
            ? Optional.of(rest.get().and(other.rest.get()))
            : rest.or(() -> other.rest);
    return new Filter(created.and(other.created), updated.and(other.updated), both);
  }

  Filter or(Filter other) {
    return new Filter(
        created.or(other.created),
        updated.or(other.updated),
        Optional.of(issue -> matches(issue) || other.matches(issue)));
  }
}
