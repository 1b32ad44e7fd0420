package dev.sluice.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.simulator.Browser;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.SettableClock;
import dev.sluice.simulator.TestSite;
import dev.sluice.simulator.api.Edition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Faults of data that moves, over sixty issues, forty of them of project MKT. */
final class MovingFaultsTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final String CREATED = "project = MKT ORDER BY created, key";

  private final SettableClock clock = SettableClock.at(NOW);

  @Test
  void theIndexFindsIssuesByWhatTheyWere() {
    try (JiraSimulator jira = dataCenter("index-lag=3m")) {
      Browser browser = Browser.of(jira);
      jira.edits().edit(10_003, "summary", TextNode.valueOf("Fresh"));
      String fresh = jira.edits().create("MKT", "Fresh").key();

      assertThat(offsets(browser, "summary ~ Fresh", 0, 9)).isEmpty();
      assertThat(offsets(browser, "updated >= " + NOW.toEpochMilli(), 0, 9)).isEmpty();
      assertThat(page(browser, "key = MKT-4", 0, 9).at("/issues/0/fields/summary").asText())
          .as("found by the index, answered from the store")
          .isEqualTo("Fresh");
      assertThat(browser.get("/rest/api/2/issue/" + fresh).status()).isEqualTo(200);

      clock.advance(Duration.ofMinutes(3));

      assertThat(offsets(browser, "summary ~ Fresh", 0, 9)).containsExactly(fresh, "MKT-4");
    }
  }

  @Test
  void anIssueDeletedAMomentAgoIsFoundButNoLongerShown() {
    try (JiraSimulator jira = dataCenter("index-lag=3m")) {
      jira.edits().delete(10_003);
      JsonNode page = page(Browser.of(jira), CREATED, 0, 100);

      assertThat(page.path("total").asInt()).isEqualTo(40);
      assertThat(page.path("issues")).hasSize(39);
    }
  }

  @Test
  void whatWasUpdatedJustBeforeTheStartIsNotYetFound() {
    clock.set(TestSite.FIRST.plus(Duration.ofHours(59 + 24)));
    try (JiraSimulator jira = dataCenter("index-lag=90m")) {
      assertThat(page(Browser.of(jira), "created > 0", 0, 0).path("total").asInt()).isEqualTo(58);
    }
  }

  @Test
  void anIssueVanishesFromOnePageAndIsBack() {
    try (JiraSimulator jira = cloud("vanishing=50%")) {
      Set<Integer> sizes = new HashSet<>();
      Set<String> all = new HashSet<>();
      for (int time = 0; time < 20; time++) {
        List<String> keys = tokens(Browser.of(jira), 100);
        sizes.add(keys.size());
        all.addAll(keys);
      }

      assertThat(sizes).containsExactlyInAnyOrder(39, 40);
      assertThat(all).hasSize(40);
    }
  }

  @Test
  void oneIssueOfSoManyIsCountedButNeverShown() {
    try (JiraSimulator jira = dataCenter("hidden-issues=20")) {
      Browser browser = Browser.of(jira);
      JsonNode page = page(browser, "created > 0", 0, 100);

      assertThat(page.path("total").asInt()).isEqualTo(60);
      assertThat(page.path("issues")).hasSize(57);
    }
  }

  @Test
  void approximateCountsAreOffEitherWay() {
    assertThat(count("count-off=5%")).isEqualTo(42);
    assertThat(count("count-off=-50%")).isEqualTo(20);
  }

  @Test
  void someIssuesWereUpdatedInTheFuture() {
    try (JiraSimulator jira = dataCenter("future-stamps=10%")) {
      Browser browser = Browser.of(jira);
      String jql = "updated > " + NOW.toEpochMilli();
      JsonNode page = page(browser, jql, 0, 100);

      assertThat(page.path("total").asInt()).isBetween(1, 15);
      assertThat(page.at("/issues/0/fields/updated").asText()).startsWith("2026-05-03T20:0");
    }
  }

  @Test
  void clocksAreWrong() {
    try (JiraSimulator jira = cloud("clock-skew=-2h")) {
      Browser.Answer answer = Browser.of(jira).get("/rest/api/3/serverInfo");
      assertThat(answer.header("Date")).isEqualTo("Fri, 01 May 2026 08:00:00 GMT");
      assertThat(answer.json().path("serverTime").asText()).startsWith("2026-05-01T18:00");
      assertThat(jira.edits().comment(10_000, "x").at()).isEqualTo(NOW.minusSeconds(7200));
    }
    try (JiraSimulator jira = cloud("date-skew=2h")) {
      Browser.Answer answer = Browser.of(jira).get("/rest/api/3/serverInfo");
      assertThat(answer.header("Date")).isEqualTo("Fri, 01 May 2026 12:00:00 GMT");
      assertThat(answer.json().path("serverTime").asText()).startsWith("2026-05-01T20:00");
    }
  }

  @Test
  void rowsThatLeaveMakeAWalkByOffsetsSkipTheirNeighbours() {
    try (JiraSimulator jira = dataCenter("leaving-rows=2")) {
      Browser browser = Browser.of(jira);
      List<String> walked = walkByOffsets(browser, 10);

      assertThat(page(browser, CREATED, 0, 0).path("total").asInt()).isEqualTo(40);
      assertThat(page(browser, CREATED, 10, 10).path("total").asInt()).isEqualTo(38);
      assertThat(walked).doesNotHaveDuplicates().hasSizeBetween(30, 36);
    }
  }

  @Test
  void rowsThatEnterMakeAWalkByOffsetsRepeatSome() {
    try (JiraSimulator jira = dataCenter("entering-rows=2")) {
      List<String> walked = walkByOffsets(Browser.of(jira), 10);

      assertThat(new HashSet<>(walked)).hasSize(34);
      assertThat(walked).hasSize(40);
    }
  }

  @Test
  void theTotalDrifts() {
    try (JiraSimulator jira = dataCenter("drifting-total=5")) {
      Browser browser = Browser.of(jira);

      assertThat(page(browser, CREATED, 0, 10).path("total").asInt()).isEqualTo(40);
      assertThat(page(browser, CREATED, 10, 10).path("total").asInt()).isEqualTo(45);
      assertThat(page(browser, CREATED, 20, 10).path("total").asInt()).isEqualTo(35);
    }
  }

  @Test
  void issuesThatSortAlikeComeInAnotherOrderWithEveryPage() {
    try (JiraSimulator jira = dataCenter("shuffled-ties")) {
      Browser browser = Browser.of(jira);
      String alike = "project = MKT ORDER BY issuetype";
      List<String> walked = new ArrayList<>();
      for (int from = 0; from < 40; from += 10) {
        walked.addAll(offsets(browser, alike, from, 10));
      }

      assertThat(walked).hasSize(40);
      assertThat(new HashSet<>(walked)).hasSizeLessThan(40);
      assertThat(walkByOffsets(browser, 10)).as("nothing is alike").doesNotHaveDuplicates();
    }
  }

  @Test
  void offsetsHaveAnEnd() {
    try (JiraSimulator jira = dataCenter("result-window=1000")) {
      Browser browser = Browser.of(jira);
      Browser.Answer refused =
          browser.get("/rest/api/2/search?startAt=999&maxResults=2&jql=created%3E0");

      assertThat(page(browser, CREATED, 999, 1).path("total").asInt()).isEqualTo(40);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.error()).contains("it requests 1,001 results").contains("limit of 1,000.");
      assertThat(browser.get("/rest/api/2/serverInfo").json().path("version").asText())
          .startsWith("11.");
    }
  }

  @Test
  void pagesHoldMoreThanTheyWereAskedFor() {
    try (JiraSimulator jira = dataCenter("long-pages=3")) {
      JsonNode page = page(Browser.of(jira), CREATED, 0, 10);

      assertThat(page.path("issues")).hasSize(13);
    }
  }

  @Test
  void aTokenExpiresOnceForEveryQuery() {
    try (JiraSimulator jira = cloud("expired-token=2")) {
      Browser browser = Browser.of(jira);
      String second = token(browser, token(browser, ""));
      Browser.Answer refused = ask(browser, second, 5);

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.error()).contains("invalid or expired");
      assertThat(tokens(browser, 5)).hasSize(40);
    }
  }

  @Test
  void aStuckTokenGivesEmptyPagesForEver() {
    try (JiraSimulator jira = cloud("stuck-token")) {
      Browser browser = Browser.of(jira);
      String token = token(browser, "");
      JsonNode page = ask(browser, token, 5).json();

      assertThat(page.path("issues")).isEmpty();
      assertThat(page.path("nextPageToken").asText()).isEqualTo(token);
    }
  }

  @Test
  void isLastClaimsThereIsMore() {
    try (JiraSimulator jira = cloud("lying-more")) {
      JsonNode page = ask(Browser.of(jira), "", 100).json();

      assertThat(page.path("isLast").asBoolean(true)).isFalse();
      assertThat(page.has("nextPageToken")).isFalse();
    }
  }

  private List<String> walkByOffsets(Browser browser, int size) {
    List<String> walked = new ArrayList<>();
    int total;
    int from = 0;
    do {
      JsonNode page = page(browser, CREATED, from, size);
      page.path("issues").forEach(issue -> walked.add(issue.path("key").asText()));
      total = page.path("total").asInt();
      from += size;
    } while (from < total);
    return walked;
  }

  private int count(String fault) {
    try (JiraSimulator jira = cloud(fault)) {
      return Browser.of(jira)
          .post("/rest/api/3/search/approximate-count", "{'jql':'project = MKT'}")
          .json()
          .path("count")
          .asInt();
    }
  }

  private static List<String> offsets(Browser browser, String jql, int from, int size) {
    List<String> keys = new ArrayList<>();
    page(browser, jql, from, size)
        .path("issues")
        .forEach(issue -> keys.add(issue.path("key").asText()));
    return keys;
  }

  private static JsonNode page(Browser browser, String jql, int from, int size) {
    return browser
        .get(
            "/rest/api/2/search?startAt="
                + from
                + "&maxResults="
                + size
                + "&jql="
                + Browser.encode(jql))
        .json();
  }

  private static List<String> tokens(Browser browser, int size) {
    List<String> keys = new ArrayList<>();
    String token = "";
    do {
      JsonNode page = ask(browser, token, size).json();
      page.path("issues").forEach(issue -> keys.add(issue.path("key").asText()));
      token = page.path("nextPageToken").asText();
    } while (!token.isEmpty());
    return keys;
  }

  private static String token(Browser browser, String token) {
    return ask(browser, token, 5).json().path("nextPageToken").asText();
  }

  private static Browser.Answer ask(Browser browser, String token, int size) {
    return browser.post(
        "/rest/api/3/search/jql",
        "{'jql':'"
            + CREATED
            + "','fields':['key'],'maxResults':"
            + size
            + ",'nextPageToken':'"
            + token
            + "'}");
  }

  private JiraSimulator cloud(String fault) {
    return start(Edition.CLOUD, fault);
  }

  private JiraSimulator dataCenter(String fault) {
    return start(Edition.DATA_CENTER, fault);
  }

  private JiraSimulator start(Edition edition, String fault) {
    return JiraSimulator.builder()
        .site(TestSite.of(60))
        .edition(edition)
        .clock(clock)
        .faults(List.of(fault))
        .start();
  }
}
