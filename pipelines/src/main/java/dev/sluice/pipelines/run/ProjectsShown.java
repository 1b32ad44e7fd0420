package dev.sluice.pipelines.run;

import dev.sluice.transforms.jira.JiraClient;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of the projects of a configuration Jira shows the account. One that the account may not
 * browse looks like one that does not exist.
 */
record ProjectsShown(List<String> shown, List<String> hidden) {

  /** Asks for the roster of projects. */
  static ProjectsShown of(List<String> wanted, JiraClient client) {
    Set<String> known =
        client.projects().stream()
            .flatMap(
                project ->
                    Stream.of(
                        project.path("key").asText(),
                        project.path("id").asText(),
                        project.path("name").asText()))
            .map(word -> word.toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return new ProjectsShown(
        wanted.stream().filter(key -> contains(known, key)).toList(),
        wanted.stream().filter(key -> !contains(known, key)).toList());
  }

  boolean onlySome() {
    return !shown.isEmpty() && !hidden.isEmpty();
  }

  private static boolean contains(Set<String> known, String key) {
    return known.contains(key.toUpperCase(Locale.ROOT));
  }
}
