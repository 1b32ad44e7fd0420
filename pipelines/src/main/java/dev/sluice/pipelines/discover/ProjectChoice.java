package dev.sluice.pipelines.discover;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Which projects are looked into when there are too many for all. */
final class ProjectChoice {

  private ProjectChoice() {}

  /**
   * The projects of a scope.
   *
   * @param keys of the configuration; all when there are none
   */
  static List<FoundProject> inScope(List<FoundProject> visible, List<String> keys) {
    return visible.stream()
        .filter(project -> keys.isEmpty() || keys.stream().anyMatch(project::goesBy))
        .sorted(Comparator.comparing(FoundProject::key))
        .toList();
  }

  static List<String> invisible(List<FoundProject> visible, List<String> keys) {
    return keys.stream()
        .filter(key -> visible.stream().noneMatch(project -> project.goesBy(key)))
        .toList();
  }

  /**
   * Those in which most is going on: the most issues among the latest of all first, archived ones
   * last, else by key.
   *
   * @param latest how many of the latest issues each project has, by key
   */
  static List<FoundProject> liveliest(
      List<FoundProject> projects, Map<String, Integer> latest, int most) {
    return projects.stream()
        .sorted(
            Comparator.comparing(FoundProject::archived)
                .thenComparing(
                    project -> latest.getOrDefault(project.key(), 0), Comparator.reverseOrder())
                .thenComparing(FoundProject::key))
        .limit(most)
        .toList();
  }

  /** The largest first, then those not counted, by key. */
  static List<FoundProject> largestFirst(List<FoundProject> projects) {
    return projects.stream()
        .sorted(
            Comparator.comparingLong((FoundProject project) -> -project.issues().orElse(-1))
                .thenComparing(FoundProject::leftOut)
                .thenComparing(FoundProject::key))
        .toList();
  }
}
