package dev.sluice.simulator.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MarketingSiteTest {
  private static final Instant NOW = Instant.parse("2026-11-24T14:30:00.123456Z");
  private static final Site SITE = MarketingSite.seeded(7, 2500, NOW);

  @Test
  void theSameArgumentsGiveTheSameSiteToTheLetter() {
    Site again = MarketingSite.seeded(7, 2500, NOW);
    for (int position = 0; position < SITE.issues().size(); position++) {
      assertThat(again.issues().get(position).json().toString())
          .isEqualTo(SITE.issues().get(position).json().toString());
    }
    assertThat(again.users()).isEqualTo(SITE.users());
    assertThat(again.projects()).isEqualTo(SITE.projects());
    assertThat(again.sprints()).isEqualTo(SITE.sprints());
    assertThat(MarketingSite.seeded(8, 10, NOW).issues().get(5).json())
        .isNotEqualTo(MarketingSite.seeded(7, 10, NOW).issues().get(5).json());
  }

  @Test
  void everyHistoryLeadsToTheCurrentValues() {
    for (SimIssue issue : SITE.issues()) {
      assertThat(Replay.contradictions(issue.json())).isEmpty();
    }
  }

  @Test
  void attributesSayWhatTheJsonSays() {
    for (SimIssue issue : SITE.issues()) {
      ObjectNode json = issue.json();
      assertThat(json.path("id").asText()).isEqualTo(Long.toString(issue.id()));
      assertThat(json.path("key").asText()).isEqualTo(issue.key());
      assertThat(issue.key()).startsWith(issue.traits().projectKey() + "-");
      assertThat(moment(json, "created")).isEqualTo(issue.created());
      assertThat(moment(json, "updated")).isEqualTo(issue.updated());
      assertThat(issue.traits()).isEqualTo(Traits.of(json));
    }
  }

  @Test
  void nothingIsNewerThanUpdatedOrNow() {
    for (SimIssue issue : SITE.issues()) {
      Set<Instant> moments = new TreeSet<>();
      moments.add(issue.created());
      issue
          .json()
          .path("changelog")
          .findValuesAsText("created")
          .forEach(text -> moments.add(read(text)));
      for (String list : List.of("comment", "worklog")) {
        JsonNode page = issue.json().path("fields").path(list);
        page.findValuesAsText("created").forEach(text -> moments.add(read(text)));
        page.findValuesAsText("updated").forEach(text -> moments.add(read(text)));
      }
      assertThat(List.copyOf(moments).get(moments.size() - 1)).isEqualTo(issue.updated());
      assertThat(issue.updated()).isBeforeOrEqualTo(NOW);
      assertThat(List.copyOf(moments).get(0)).isEqualTo(issue.created());
    }
  }

  @Test
  void idsAscendAndNoIdOccursTwice() {
    Set<String> histories = new HashSet<>();
    Set<String> children = new HashSet<>();
    long before = 0;
    for (SimIssue issue : SITE.issues()) {
      assertThat(issue.id()).isGreaterThan(before);
      before = issue.id();
      JsonNode json = issue.json();
      json.path("changelog")
          .path("histories")
          .forEach(history -> assertThat(histories.add(history.path("id").asText())).isTrue());
      JsonNode fields = json.path("fields");
      for (JsonNode list :
          List.of(
              fields.path("comment").path("comments"),
              fields.path("worklog").path("worklogs"),
              fields.path("attachment"))) {
        list.forEach(
            child ->
                assertThat(children.add(child.path("self").asText() + child.path("id").asText()))
                    .isTrue());
      }
    }
    assertThat(SITE.issues().stream().map(SimIssue::key).distinct()).hasSize(2500);
  }

  @Test
  void otherIssuesAreShownAsTheyAreNow() {
    Map<String, SimIssue> byKey =
        SITE.issues().stream().collect(Collectors.toMap(SimIssue::key, issue -> issue));
    int shown = 0;
    for (SimIssue issue : SITE.issues()) {
      JsonNode fields = issue.json().path("fields");
      List<JsonNode> others = new ArrayList<>();
      fields.path("subtasks").forEach(others::add);
      if (fields.has("parent")) {
        others.add(fields.path("parent"));
      }
      fields
          .path("issuelinks")
          .forEach(
              link ->
                  others.add(
                      link.has("inwardIssue")
                          ? link.path("inwardIssue")
                          : link.path("outwardIssue")));
      for (JsonNode other : others) {
        SimIssue real = Objects.requireNonNull(byKey.get(other.path("key").asText()));
        assertThat(other.path("id").asText()).isEqualTo(Long.toString(real.id()));
        assertThat(other.path("fields").path("status").path("name").asText())
            .isEqualTo(real.traits().status());
        assertThat(other.path("fields").path("summary"))
            .isEqualTo(real.json().path("fields").path("summary"));
        shown++;
      }
    }
    assertThat(shown).isGreaterThan(1000);
  }

  @Test
  void bothEndsOfALinkKnowIt() {
    Map<String, Integer> ends = new HashMap<>();
    for (SimIssue issue : SITE.issues()) {
      issue
          .json()
          .path("fields")
          .path("issuelinks")
          .forEach(link -> ends.merge(link.path("id").asText(), 1, Integer::sum));
    }
    assertThat(ends).isNotEmpty();
    assertThat(ends.values()).containsOnly(2);
  }

  @Test
  void oldKeysLeadToTheMovedIssue() {
    assertThat(SITE.formerKeys()).isNotEmpty();
    Map<Long, SimIssue> byId =
        SITE.issues().stream().collect(Collectors.toMap(SimIssue::id, issue -> issue));
    SITE.formerKeys()
        .forEach(
            (key, id) -> {
              SimIssue moved = Objects.requireNonNull(byId.get(id));
              assertThat(moved.key()).isNotEqualTo(key);
              assertThat(moved.json().path("changelog").findValuesAsText("fromString"))
                  .contains(key);
            });
  }

  @Test
  void everyFieldOfAnIssueStandsInTheCatalogueAndEverySystemFieldInTheIssue() {
    Set<String> listed =
        SITE.fields().stream().map(field -> field.path("id").asText()).collect(Collectors.toSet());
    Set<String> system =
        listed.stream().filter(id -> !id.startsWith("customfield_")).collect(Collectors.toSet());
    system.removeAll(Set.of("issuekey", "thumbnail", "parent"));
    for (SimIssue issue : SITE.issues().subList(0, 200)) {
      Set<String> present = new HashSet<>();
      issue.json().path("fields").fieldNames().forEachRemaining(present::add);
      assertThat(listed).containsAll(present);
      assertThat(present).containsAll(system);
    }
  }

  @Test
  void statusesTypesPeopleAndSprintsOfIssuesStandInTheDirectories() {
    Set<String> statuses = ids(SITE.statuses(), "id");
    Set<String> types = ids(SITE.issueTypes(), "id");
    Set<String> people = ids(SITE.users(), "accountId");
    Set<String> sprints =
        ids(SITE.sprints().values().stream().flatMap(List::stream).toList(), "id");
    Set<String> usedPeople = new HashSet<>();
    Set<String> usedSprints = new HashSet<>();
    for (SimIssue issue : SITE.issues()) {
      assertThat(statuses).contains(issue.traits().statusId());
      assertThat(types).contains(issue.traits().issueTypeId());
      usedPeople.addAll(issue.json().findValuesAsText("accountId"));
      issue
          .json()
          .path("fields")
          .path("customfield_10020")
          .forEach(sprint -> usedSprints.add(sprint.path("id").asText()));
    }
    assertThat(people).containsAll(usedPeople);
    assertThat(sprints).containsAll(usedSprints);
    assertThat(usedSprints).hasSizeGreaterThan(50);
  }

  @Test
  void stampsHaveTheOffsetOfTheSiteAtThatInstant() {
    Set<String> offsets = new TreeSet<>();
    for (SimIssue issue : SITE.issues()) {
      String stamp = issue.json().path("fields").path("created").asText();
      assertThat(stamp).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4}");
      offsets.add(stamp.substring(23));
    }
    assertThat(offsets).containsExactly("-0700", "-0800");
    assertThat(SITE.accountZone()).isNotEqualTo(SITE.siteZone());
  }

  @Test
  void oneMinuteHoldsAnImportOfATwentiethOfAllIssues() {
    Map<Long, Long> minutes =
        SITE.issues().stream()
            .collect(
                Collectors.groupingBy(
                    issue -> issue.created().getEpochSecond() / 60, Collectors.counting()));
    assertThat(minutes.values().stream().max(Long::compare)).hasValue(125L);
  }

  @Test
  void theOddOnesAreThere() {
    String everything =
        SITE.issues().stream().map(issue -> issue.json().toString()).collect(Collectors.joining());
    assertThat(everything)
        .contains("51502-03-12", "שלום", "1.0E21", "\"environment\":\"\"", "Former user");
    assertThat(
            SITE.issues().stream()
                .mapToInt(issue -> issue.json().toString().getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElse(0))
        .isGreaterThan(300_000);
    JsonNode busy =
        SITE.issues().stream()
            .map(SimIssue::json)
            .filter(json -> json.path("changelog").path("total").asInt() > 100)
            .findFirst()
            .orElseThrow();
    assertThat(busy.path("changelog").path("histories").size()).isGreaterThan(120);
    assertThat(busy.path("fields").path("comment").path("comments").size())
        .isGreaterThanOrEqualTo(60);
    assertThat(busy.path("fields").path("worklog").path("worklogs").size()).isGreaterThan(40);
  }

  @Test
  void aSlipOfALaunchIsExplainedByTheTimeInAStatus() {
    int slipped = 0;
    for (SimIssue issue : SITE.issues()) {
      JsonNode json = issue.json();
      List<JsonNode> launches = items(json, "Launch Date");
      if (!launches.isEmpty() && !items(json, "Actual Launch").isEmpty()) {
        assertThat(launches.get(launches.size() - 1).path("to"))
            .isEqualTo(json.path("fields").path("customfield_10044"));
        assertThat(items(json, "status")).hasSizeGreaterThanOrEqualTo(6);
        slipped++;
      }
    }
    assertThat(slipped).isGreaterThan(10);
  }

  @Test
  void smallAndEmptySitesAreWhole() {
    assertThat(MarketingSite.seeded(1, 0, NOW).issues()).isEmpty();
    for (int size = 1; size < 60; size += 7) {
      Site site = MarketingSite.seeded(size, size, NOW);
      assertThat(site.issues()).hasSize(size);
      site.issues().forEach(issue -> assertThat(Replay.contradictions(issue.json())).isEmpty());
    }
  }

  @Test
  void bothFieldsNamedStoryPointsAndTheReservedProjectKeyAreThere() {
    assertThat(
            SITE.fields().stream()
                .filter(field -> field.path("name").asText().equals("Story Points")))
        .hasSize(2);
    assertThat(SITE.issues().stream().map(issue -> issue.traits().projectKey()))
        .contains("DO", "MKTG", "EVNT");
    assertThat(SITE.boards().stream().map(board -> board.path("type").asText()))
        .contains("scrum", "kanban");
    Set<String> states =
        SITE.sprints().values().stream()
            .flatMap(List::stream)
            .map(sprint -> sprint.path("state").asText())
            .collect(Collectors.toSet());
    assertThat(states).containsExactlyInAnyOrder("closed", "active", "future");
  }

  private static List<JsonNode> items(JsonNode issue, String field) {
    List<JsonNode> items = new ArrayList<>();
    for (JsonNode history : issue.path("changelog").path("histories")) {
      for (JsonNode item : history.path("items")) {
        if (item.path("field").asText().equals(field)) {
          items.add(item);
        }
      }
    }
    return items;
  }

  private static Set<String> ids(List<ObjectNode> nodes, String member) {
    return nodes.stream().map(node -> node.path(member).asText()).collect(Collectors.toSet());
  }

  private static Instant moment(JsonNode issue, String field) {
    return read(issue.path("fields").path(field).asText());
  }

  private static Instant read(String stamp) {
    return Stamps.parse(stamp).orElseThrow();
  }
}
