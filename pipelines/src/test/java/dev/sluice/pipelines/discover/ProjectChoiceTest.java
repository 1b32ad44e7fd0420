package dev.sluice.pipelines.discover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProjectChoiceTest {

  private static final List<FoundProject> ALL =
      List.of(
          project("QUIET", false),
          project("OLD", true),
          project("BUSY", false),
          project("ALSO", false));

  @Test
  void withoutKeysEverythingIsInScope() {
    assertThat(keys(ProjectChoice.inScope(ALL, List.of())))
        .containsExactly("ALSO", "BUSY", "OLD", "QUIET");
  }

  @Test
  void aProjectGoesByItsFormerKeysToo() {
    List<String> asked = List.of("busy", "WAS-QUIET", "GONE");

    assertThat(keys(ProjectChoice.inScope(ALL, asked))).containsExactly("BUSY", "QUIET");
    assertThat(ProjectChoice.invisible(ALL, asked)).containsExactly("GONE");
  }

  @Test
  void theLiveliestComeFirstAndArchivedOnesLast() {
    Map<String, Integer> latest = Map.of("BUSY", 9, "QUIET", 1, "OLD", 100);

    assertThat(keys(ProjectChoice.liveliest(ALL, latest, 3)))
        .containsExactly("BUSY", "QUIET", "ALSO");
    assertThat(keys(ProjectChoice.liveliest(ALL, latest, 10))).endsWith("OLD").hasSize(4);
    assertThat(ProjectChoice.liveliest(ALL, latest, 0)).isEmpty();
  }

  @Test
  void theLargestComeFirstAndThoseNotCountedLast() {
    List<FoundProject> found =
        List.of(
            ALL.get(0),
            ALL.get(1).unreadableBecause("no"),
            ALL.get(2).with(0, 0),
            ALL.get(3).with(5, 5));

    assertThat(keys(ProjectChoice.largestFirst(found)))
        .containsExactly("ALSO", "BUSY", "OLD", "QUIET");
  }

  private static List<String> keys(List<FoundProject> projects) {
    return projects.stream().map(FoundProject::key).toList();
  }

  private static FoundProject project(String key, boolean archived) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", "1").put("key", key).put("name", key).put("archived", archived);
    json.putArray("projectKeys").add(key).add("WAS-" + key);
    return FoundProject.of(json);
  }
}
