package dev.sluice.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.simulator.Browser;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.SettableClock;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.Replay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LiveWorkTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  @Test
  void theSameSeedMakesTheSameChanges() {
    assertThat(changes(3)).hasSize(400).isEqualTo(changes(3)).isNotEqualTo(changes(4));
  }

  @Test
  void everyKindOfChangeIsMade() {
    Set<Change.Kind> made =
        EnumSet.copyOf(changes(5).stream().map(Change::kind).collect(Collectors.toSet()));

    assertThat(EnumSet.complementOf(EnumSet.copyOf(made)))
        .containsExactlyInAnyOrder(Change.Kind.ARCHIVED, Change.Kind.HIDDEN, Change.Kind.RESTORED);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsAnsweredIsTheTruthAndHistoriesLeadToIt(Edition edition) {
    try (JiraSimulator jira = simulator(edition).start()) {
      work(jira, 7, 800);
      Browser browser = Browser.of(jira);
      String api = edition == Edition.CLOUD ? "/rest/api/3" : "/rest/api/2";
      List<ObjectNode> truth = jira.truth().toList();

      assertThat(truth).hasSizeGreaterThan(80);
      for (ObjectNode issue : truth) {
        long id = issue.path("id").asLong();
        assertThat(
                Replay.contradictions(jira.edits().issue(id).orElseThrow().json()).stream()
                    .filter(it -> !it.endsWith("histories of issuelinks")))
            .isEmpty();
      }
      for (ObjectNode issue : truth.subList(0, 40)) {
        String path = api + "/issue/" + issue.path("id").asText() + "?expand=changelog";
        JsonNode answered = browser.get(path).json();
        assertThat(answered.path("key")).isEqualTo(issue.path("key"));
        for (String field : List.of("summary", "updated", "labels", "issuelinks", "assignee")) {
          assertThat(answered.path("fields").path(field))
              .isEqualTo(issue.path("fields").path(field));
        }
      }
    }
  }

  @Test
  void aWalkByTokensMeetsEveryIssueThatStaysOnceWhileOthersComeAndGo() {
    LiveWork work = LiveWork.seeded(11);
    SettableClock clock = SettableClock.at(NOW);
    try (JiraSimulator jira =
        simulator(Edition.CLOUD)
            .clock(clock)
            .onRequest(number -> clock.advance(Duration.ofMillis(100)))
            .live(work, 2.5)
            .start()) {
      List<Long> before = ids(jira);
      Browser browser = Browser.of(jira);
      List<Long> walked = new ArrayList<>();
      String token = "";
      do {
        JsonNode page =
            browser
                .post(
                    "/rest/api/3/search/jql",
                    "{'jql':'created > 0 ORDER BY created, key','fields':['key'],'maxResults':10,"
                        + "'nextPageToken':'"
                        + token
                        + "'}")
                .json();
        page.path("issues").forEach(issue -> walked.add(issue.path("id").asLong()));
        token = page.path("nextPageToken").asText();
      } while (!token.isEmpty());
      before.retainAll(ids(jira));

      assertThat(walked).doesNotHaveDuplicates().containsAll(before);
      assertThat(work.done()).hasSizeGreaterThan(25);
    }
  }

  @Test
  void readersSeeAChangeWhollyOrNotAtAll() {
    List<Change.Kind> moves = List.of(Change.Kind.MOVED);
    try (JiraSimulator jira =
        simulator(Edition.DATA_CENTER).live(LiveWork.seeded(1, moves), 3).start()) {
      Browser browser = Browser.of(jira);
      int all = ids(jira).size();
      List<Boolean> whole =
          IntStream.range(0, 30)
              .parallel()
              .mapToObj(
                  i ->
                      browser
                          .get("/rest/api/2/search?maxResults=1000&fields=project&jql=created%3E0")
                          .json())
              .map(page -> consistent(page, all))
              .toList();

      assertThat(whole).hasSize(30).containsOnly(true);
    }
  }

  @Test
  void openWorkAlwaysLeavesATrail() {
    try (JiraSimulator jira = simulator(Edition.CLOUD).start()) {
      LiveWork work =
          LiveWork.seeded(2, List.of(Change.Kind.COMMENTED, Change.Kind.COMMENT_DELETED)).openly();
      for (int step = 0; step < 60; step++) {
        work.step(jira.edits());
      }

      assertThat(work.done()).extracting(Change::kind).contains(Change.Kind.COMMENT_DELETED);
      assertThat(work.done()).noneMatch(change -> change.detail().contains("without a trail"));
    }
  }

  @Test
  void anIssueThatNeverRestsChangesWithEveryRequest() {
    SettableClock clock = SettableClock.at(NOW.plusSeconds(60));
    try (JiraSimulator jira =
        simulator(Edition.DATA_CENTER)
            .clock(clock)
            .onRequest(number -> clock.advance(Duration.ofSeconds(1)))
            .onRequest((site, number) -> site.comment(10_000, "comment " + number))
            .start()) {
      Browser browser = Browser.of(jira);
      String path = "/rest/api/2/issue/10000?fields=updated";
      String first = browser.get(path).json().at("/fields/updated").asText();

      assertThat(browser.get(path).json().at("/fields/updated").asText()).isGreaterThan(first);
    }
  }

  @Test
  void stoppedWorkIsOver() {
    LiveWork work = LiveWork.seeded(1);
    try (JiraSimulator jira = simulator(Edition.CLOUD).live(work, 1).start()) {
      Browser.of(jira).get("/rest/api/3/myself");
      work.stop();
      Browser.of(jira).get("/rest/api/3/myself");

      assertThat(work.done()).hasSize(1);
      assertThat(work.step(jira.edits())).isEmpty();
    }
  }

  private static boolean consistent(JsonNode page, int all) {
    boolean keysFit = true;
    for (JsonNode issue : page.path("issues")) {
      String project = issue.at("/fields/project/key").asText();
      keysFit &= issue.path("key").asText().startsWith(project + "-");
    }
    return keysFit && page.path("total").asInt() == all && page.path("issues").size() == all;
  }

  private static List<Change> changes(long seed) {
    try (JiraSimulator jira = simulator(Edition.CLOUD).start()) {
      return work(jira, seed, 400);
    }
  }

  private static List<Change> work(JiraSimulator jira, long seed, int steps) {
    LiveWork work = LiveWork.seeded(seed);
    for (int step = 0; step < steps; step++) {
      work.step(jira.edits());
    }
    return work.done();
  }

  private static List<Long> ids(JiraSimulator jira) {
    return jira.truth()
        .map(issue -> issue.path("id").asLong())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static JiraSimulator.Builder simulator(Edition edition) {
    return JiraSimulator.builder()
        .site(MarketingSite.seeded(7, 120, NOW))
        .edition(edition)
        .clock(SettableClock.at(NOW.plusSeconds(60)));
  }
}
