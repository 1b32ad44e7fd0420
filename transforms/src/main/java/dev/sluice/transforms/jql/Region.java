package dev.sluice.transforms.jql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A set of issues that one query can name.
 *
 * @param created a second range, for cutting a minute in which too many issues were updated
 */
record Region(
    Scope scope,
    RangeField field,
    DateRange range,
    Optional<DateRange> created,
    ProjectCut projects,
    KeyRange keys) {

  static Region whole(PlanRequest request) {
    return new Region(
        request.scope(),
        request.field(),
        request.range(),
        Optional.empty(),
        ProjectCut.NONE,
        KeyRange.ALL);
  }

  Region in(DateRange cut) {
    return new Region(scope, field, cut, created, projects, keys);
  }

  Region createdIn(DateRange cut) {
    return new Region(scope, field, range, Optional.of(cut), projects, keys);
  }

  Region of(ProjectCut cut) {
    return new Region(scope, field, range, created, cut, keys);
  }

  Region of(KeyRange cut) {
    return new Region(scope, field, range, created, projects, cut);
  }

  /**
   * The region of both, if the other begins where this one ends and they differ in nothing else.
   */
  Optional<Region> join(Region next) {
    if (!keys.equals(KeyRange.ALL) || !next.keys.equals(KeyRange.ALL)) {
      return Optional.empty();
    }
    if (equals(next.in(range))) {
      return range.meets(next.range)
          ? Optional.of(in(new DateRange(range.from(), next.range.to())))
          : Optional.empty();
    }
    if (created.isPresent() && next.created.isPresent() && equals(next.createdIn(created.get()))) {
      DateRange mine = created.get();
      DateRange other = next.created.get();
      return mine.meets(other)
          ? Optional.of(createdIn(new DateRange(mine.from(), other.to())))
          : Optional.empty();
    }
    return equals(next.of(projects))
        ? Optional.of(of(projects.plus(next.projects)))
        : Optional.empty();
  }

  /** Whether all its issues are known to be of one project, so that their keys have an order. */
  boolean isOneProject() {
    return projects.included().size() == 1
        || (scope instanceof Scope.Projects only && only.keys().size() == 1);
  }

  /** The query, bounded, without an order. */
  String conditions() {
    List<String> all = new ArrayList<>();
    Jql.in(scope).ifPresent(all::add);
    all.add(Jql.in(field, range));
    created.map(cut -> Jql.in(RangeField.CREATED, cut)).ifPresent(all::add);
    projects.condition().ifPresent(all::add);
    keys.condition().ifPresent(all::add);
    return String.join(" AND ", all);
  }

  String jql() {
    return conditions() + Jql.orderBy(field);
  }
}
