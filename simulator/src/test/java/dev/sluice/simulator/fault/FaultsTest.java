package dev.sluice.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.Browser;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.TestSite;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultsTest {
  private static final String SEARCH = "/rest/api/3/search/jql";
  private static final String MYSELF = "/rest/api/3/myself";

  @ParameterizedTest
  @EnumSource
  void everyFaultCanBeSwitchedOnByItsNameAloneAndDescribesItself(FaultKind kind) {
    assertThat(Faults.of(List.of(kind.label()), 1)).isNotNull();
    assertThat(FaultKind.named(kind.label())).contains(kind);
    assertThat(kind.description()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "latency=soon", "reset=200%", "rate-limit=0", "early-end=x"})
  void whatIsNoFaultIsRefused(String specification) {
    assertThatThrownBy(() -> Faults.of(List.of(specification), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fault");
  }

  @Test
  void aboveTheRateRequestsAreToldToWait() {
    try (JiraSimulator jira = with("rate-limit=2/s")) {
      Browser browser = Browser.of(jira);
      List<Browser.Answer> answers =
          IntStream.range(0, 20).mapToObj(i -> browser.get(MYSELF)).toList();
      List<Browser.Answer> refused = answers.stream().filter(a -> a.status() == 429).toList();

      assertThat(answers.get(0).status()).isEqualTo(200);
      assertThat(refused).isNotEmpty();
      assertThat(Integer.parseInt(refused.get(0).header("Retry-After"))).isPositive();
      assertThat(refused.get(0).header("RateLimit-Reason")).isEqualTo("jira-burst-based");
    }
  }

  @Test
  void aShareOfRequestsFailsAndTheSameSeedFailsTheSameOnes() {
    List<Integer> first = statuses("errors-5xx=30%");

    assertThat(first).contains(200).containsAnyOf(502, 503, 504);
    assertThat(statuses("errors-5xx=30%")).isEqualTo(first);
  }

  @Test
  void connectionsAreResetAndBodiesCut() {
    try (JiraSimulator jira = with("reset=100%")) {
      assertThatThrownBy(() -> Browser.of(jira).get(MYSELF))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(jira.requestLog().countsByStatus()).containsKey(0);
    }
    try (JiraSimulator jira = with("truncate=100%")) {
      assertThatThrownBy(() -> Browser.of(jira).get(MYSELF))
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void bodiesArriveThatAreNoJson() {
    try (JiraSimulator jira = with("corrupt-json=100%")) {
      assertThatThrownBy(() -> Browser.of(jira).get(MYSELF).json())
          .isInstanceOf(IllegalStateException.class);
    }
    try (JiraSimulator jira = with("html")) {
      Browser.Answer answer = Browser.of(jira).get(MYSELF);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("content-type")).startsWith("text/html");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"short-pages=70%", "empty-pages=100%", "lowered-pages=3", "no-last"})
  void oddPagesStillLeadToEveryIssue(String fault) {
    try (JiraSimulator jira = with(fault)) {
      assertThat(walk(Browser.of(jira), 60)).hasSize(40).doesNotHaveDuplicates();
    }
  }

  @Test
  void emptyPagesAreEmptyAndHaveATokenOfTheirOwn() {
    try (JiraSimulator jira = with("empty-pages=100%")) {
      Browser browser = Browser.of(jira);
      JsonNode first = page(browser, "");
      JsonNode second = page(browser, first.path("nextPageToken").asText());

      assertThat(second.path("issues")).isEmpty();
      assertThat(second.path("nextPageToken").asText())
          .isNotEmpty()
          .isNotEqualTo(first.path("nextPageToken").asText());
    }
  }

  @Test
  void aWalkEndsEarlyWhileTheCountTellsTheTruth() {
    try (JiraSimulator jira = with("early-end=12")) {
      Browser browser = Browser.of(jira);

      assertThat(walk(browser, 20)).hasSize(12);
      assertThat(
              browser
                  .post("/rest/api/3/search/approximate-count", "{'jql':'project = MKT'}")
                  .json()
                  .path("count")
                  .asInt())
          .isEqualTo(40);
    }
  }

  @Test
  void aRepeatedTokenNeverGetsOn() {
    try (JiraSimulator jira = with("repeated-token")) {
      Browser browser = Browser.of(jira);
      String token = page(browser, "").path("nextPageToken").asText();

      assertThat(page(browser, token).path("nextPageToken").asText()).isEqualTo(token);
    }
  }

  @Test
  void isLastLies() {
    try (JiraSimulator jira = with("lying-last")) {
      JsonNode page = page(Browser.of(jira), "");

      assertThat(page.path("isLast").asBoolean()).isTrue();
      assertThat(page.path("nextPageToken").asText()).isNotEmpty();
    }
  }

  @Test
  void theLoginExpiresAfterSomeRequests() {
    try (JiraSimulator jira = with("anonymous-after=2")) {
      Browser browser = Browser.of(jira);

      assertThat(browser.get(MYSELF).status()).isEqualTo(200);
      assertThat(page(browser, "").path("issues")).isNotEmpty();
      assertThat(page(browser, "").path("issues")).isEmpty();
      assertThat(browser.get(MYSELF).status()).isEqualTo(401);
    }
  }

  @Test
  void headersOfDataCenterSayToWaitForNothing() {
    try (JiraSimulator jira = with("rate-headers")) {
      Browser.Answer answer = Browser.of(jira).get(MYSELF);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("retry-after")).isEqualTo("0");
    }
  }

  private static List<Integer> statuses(String fault) {
    try (JiraSimulator jira = with(fault)) {
      Browser browser = Browser.of(jira);
      return IntStream.range(0, 30).mapToObj(i -> browser.get(MYSELF).status()).toList();
    }
  }

  private static List<String> walk(Browser browser, int mostPages) {
    List<String> keys = new ArrayList<>();
    String token = "";
    for (int i = 0; i < mostPages; i++) {
      JsonNode page = page(browser, token);
      page.path("issues").forEach(issue -> keys.add(issue.path("key").asText()));
      token = page.path("nextPageToken").asText();
      if (token.isEmpty()) {
        return keys;
      }
    }
    throw new AssertionError("the walk does not end");
  }

  private static JsonNode page(Browser browser, String token) {
    return browser
        .post(
            SEARCH,
            "{'jql':'project = MKT','fields':['key'],'maxResults':5,'nextPageToken':'"
                + token
                + "'}")
        .json();
  }

  private static JiraSimulator with(String fault) {
    return JiraSimulator.builder().site(TestSite.of(60)).faults(List.of(fault)).start();
  }
}
