package dev.sluice.transforms.jql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which projects a region holds: those listed, or all but those listed. "All but" keeps a cut
 * complete when a project is missing from the list of known projects.
 *
 * @param included empty if the region is not limited to listed projects
 * @param excluded empty if {@code included} is not
 */
record ProjectCut(List<String> included, List<String> excluded) {

  static final ProjectCut NONE = new ProjectCut(List.of(), List.of());

  ProjectCut {
    included = List.copyOf(included);
    excluded = List.copyOf(excluded);
  }

  static ProjectCut in(List<String> keys) {
    return new ProjectCut(keys, List.of());
  }

  static ProjectCut notIn(List<String> keys) {
    return new ProjectCut(List.of(), keys);
  }

  /** Two cuts that together are this one; empty if the known projects leave nothing to cut. */
  Optional<List<ProjectCut>> halves(List<String> known) {
    if (!included.isEmpty()) {
      return included.size() == 1
          ? Optional.empty()
          : Optional.of(List.of(in(firstHalf(included)), in(secondHalf(included))));
    }
    List<String> rest = without(known, excluded);
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    List<String> first = rest.size() == 1 ? rest : firstHalf(rest);
    return Optional.of(List.of(in(first), notIn(with(excluded, first))));
  }

  /** The cut that holds what two disjoint cuts hold. */
  ProjectCut plus(ProjectCut other) {
    if (included.isEmpty()) {
      return other.included.isEmpty() ? NONE : notIn(without(excluded, other.included));
    }
    return other.included.isEmpty() ? other.plus(this) : in(with(included, other.included));
  }

  Optional<String> condition() {
    if (!included.isEmpty()) {
      return Optional.of(Jql.projectIn(included));
    }
    return excluded.isEmpty() ? Optional.empty() : Optional.of(Jql.projectNotIn(excluded));
  }

  private static List<String> firstHalf(List<String> keys) {
    return keys.subList(0, keys.size() / 2);
  }

  private static List<String> secondHalf(List<String> keys) {
    return keys.subList(keys.size() / 2, keys.size());
  }

  private static List<String> with(List<String> keys, List<String> more) {
    List<String> all = new ArrayList<>(keys);
    all.addAll(more);
    return all;
  }

  private static List<String> without(List<String> keys, List<String> fewer) {
    List<String> rest = new ArrayList<>(keys);
    rest.removeAll(fewer);
    return rest;
  }
}
