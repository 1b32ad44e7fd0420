package dev.sluice.schemas.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SprintTextTest {

  private static final String PREFIX = "com.atlassian.greenhopper.service.sprint.Sprint@1fdd4900";

  @Test
  void readsEveryKeyWhateverTheirOrder() {
    JsonNode sprint =
        parse(
            "[rapidViewId=12,state=CLOSED,name=Sprint 1,startDate=2014-05-15T22:22:55.250Z,"
                + "endDate=2014-06-11T22:22:00.000Z,completeDate=<null>,sequence=5,goal=,id=31]");
    assertThat(sprint)
        .hasToString(
            "{\"rapidViewId\":\"12\",\"state\":\"closed\",\"name\":\"Sprint 1\","
                + "\"startDate\":\"2014-05-15T22:22:55.250Z\",\"endDate\":\"2014-06-11T22:22:00.000Z\","
                + "\"sequence\":\"5\",\"goal\":\"\",\"id\":\"31\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a, b",
        "x=y, z=1",
        "closed] [again",
        "ends 5/12/14 [x]",
        "a,state=FUTURE",
        "id=7,id=8",
        "a,goal=none,startDate=never",
        "<null",
        ""
      })
  void namesMayLookLikeAnything(String name) {
    JsonNode idFirst =
        parse("[id=5,rapidViewId=4,state=ACTIVE,name=" + name + ",startDate=s,endDate=e,goal=g]");
    JsonNode idLast =
        parse("[rapidViewId=4,state=ACTIVE,name=" + name + ",startDate=s,endDate=e,goal=g,id=5]");
    for (JsonNode sprint : List.of(idFirst, idLast)) {
      assertThat(sprint.path("name").asText()).isEqualTo(name);
      assertThat(sprint.path("id").asText()).isEqualTo("5");
      assertThat(sprint.path("state").asText()).isEqualTo("active");
      assertThat(sprint.path("goal").asText()).isEqualTo("g");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sprint 1", "x[id=5]", PREFIX + "[name=a]", PREFIX + "[id=5", "[]"})
  void textThatIsNoSprintIsNone(String text) {
    assertThat(SprintText.parse(text)).isEmpty();
  }

  @Test
  void recordedSprintsAreAllRead() throws IOException {
    List<String> lines =
        Files.readAllLines(SharedData.folder().resolve("corpus").resolve("sprint_strings.txt"));
    for (String line : lines) {
      if (!line.startsWith("#") && line.contains("[")) {
        String text = line.substring(line.indexOf('\t') + 1);
        JsonNode sprint = SprintText.parse(text).orElseThrow();
        assertThat(text).contains("id=" + sprint.path("id").asText());
        assertThat(text).contains("name=" + sprint.path("name").asText() + ",");
      }
    }
  }

  private static JsonNode parse(String body) {
    return SprintText.parse(PREFIX + body).orElseThrow();
  }
}
