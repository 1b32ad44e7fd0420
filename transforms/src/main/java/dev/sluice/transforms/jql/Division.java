package dev.sluice.transforms.jql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a region until every piece is small enough. Only one half of each cut is counted, the other
 * is what remains; where estimates make the remainder too uncertain to rule out an oversized piece,
 * it is counted as well.
 */
final class Division {

  /** A piece and how many issues it holds. */
  record Piece(Region region, Estimate size) {}

  /** Two regions that together are one, and the size of the first if it is known already. */
  private record Halves(Region first, Optional<Estimate> firstSize, Region second) {
    static Halves uncounted(Region first, Region second) {
      return new Halves(first, Optional.empty(), second);
    }
  }

  /**
   * Counts allowed for each shard of the expected plan. Halving 8,000 years down to a minute takes
   * 33 cuts, twice for two times, and some more projects: counts that fit together never need this
   * many, and counts that do not must not keep the planner asking for ever.
   */
  private static final int COUNTS_PER_SHARD = 100;

  private final PlanRequest request;
  private final IssueCounter counter;
  private final Sizes sizes;
  private final MinuteCuts minutes;
  private final List<Piece> pieces = new ArrayList<>();
  private Optional<List<String>> knownProjects = Optional.empty();
  private long allowance;

  Division(PlanRequest request, IssueCounter counter, Sizes sizes) {
    this.request = request;
    this.counter = counter;
    this.sizes = sizes;
    this.minutes = new MinuteCuts(request.earliest(), request.now());
  }

  /** The pieces in the order of the range, oldest first. */
  List<Piece> divide(Region whole, Estimate size) {
    allowance = COUNTS_PER_SHARD * (1 + size.value() / sizes.comfortable());
    cut(whole, size);
    return pieces;
  }

  private void cut(Region region, Estimate estimate) {
    Estimate size = estimate;
    if (size.value() <= sizes.comfortable() && isUncertain(size)) {
      size = count(region).within(size);
    }
    Optional<Halves> halves = halves(region, size);
    if (halves.isEmpty()) {
      pieces.add(new Piece(region, size));
      return;
    }
    Region first = halves.get().first();
    Estimate part = halves.get().firstSize().orElseGet(() -> count(first)).within(size);
    cut(first, part);
    cut(halves.get().second(), size.minus(part));
  }

  private boolean isUncertain(Estimate size) {
    return !size.counted() && size.atMost() > request.maxSize() && allowance > 0;
  }

  private Estimate count(Region region) {
    allowance--;
    return Estimate.counted(counter.count(region.conditions()), request.countTolerance());
  }

  private Optional<Halves> halves(Region region, Estimate size) {
    if (size.value() <= sizes.comfortable() || allowance <= 0) {
      return Optional.empty();
    }
    Optional<Halves> byTime = byTime(region, size);
    if (byTime.isPresent() || size.value() <= sizes.tolerable()) {
      return byTime;
    }
    return byCreated(region, size).or(() -> byProject(region)).or(() -> byKey(region, size));
  }

  private Optional<Halves> byTime(Region region, Estimate size) {
    DateRange range = region.range();
    Optional<Instant> cut = minutes.cut(range, sizes.share(size.value()));
    return cut.map(
        at -> Halves.uncounted(region.in(range.upTo(at)), region.in(range.startingAt(at))));
  }

  private Optional<Halves> byCreated(Region region, Estimate size) {
    if (region.field() == RangeField.CREATED) {
      return Optional.empty();
    }
    DateRange range = region.created().orElse(DateRange.since(Instant.EPOCH));
    Optional<Instant> cut = minutes.cut(range, sizes.share(size.value()));
    return cut.map(
        at ->
            Halves.uncounted(
                region.createdIn(range.upTo(at)), region.createdIn(range.startingAt(at))));
  }

  private Optional<Halves> byProject(Region region) {
    ProjectCut cut = region.projects();
    if (cut.equals(ProjectCut.NONE) && region.scope() instanceof Scope.Projects projects) {
      cut = ProjectCut.in(projects.keys());
    }
    List<String> known = cut.included().isEmpty() ? knownProjects() : List.of();
    return cut.halves(known)
        .map(both -> Halves.uncounted(region.of(both.get(0)), region.of(both.get(1))));
  }

  private List<String> knownProjects() {
    if (knownProjects.isEmpty()) {
      knownProjects = Optional.of(List.copyOf(counter.projectKeys()));
    }
    return knownProjects.get();
  }

  private Optional<Halves> byKey(Region region, Estimate size) {
    if (!region.isOneProject()) {
      return Optional.empty();
    }
    int position = sizes.position(size.value());
    Optional<String> cut = counter.keyAt(region.conditions() + " ORDER BY key ASC", position);
    return cut.map(
        key ->
            new Halves(
                region.of(region.keys().upTo(key)),
                Optional.of(Estimate.exactly(position)),
                region.of(region.keys().startingAt(key))));
  }
}
