package dev.sluice.simulator.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.Browser;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.SettableClock;
import dev.sluice.simulator.api.Edition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SparseSiteTest {
  @Test
  void aMillionIdsAreWalkedInTwoHundredPages() {
    try (JiraSimulator jira = JiraSimulator.builder().site(SparseSite.of(1_000_000)).start()) {
      jira.edits().delete(10_007);
      jira.edits().move(10_008, "SPD");
      Browser browser = Browser.of(jira);
      long last = 0;
      int ids = 0;
      String token = "";
      do {
        JsonNode page =
            browser
                .post(
                    "/rest/api/3/search/jql",
                    "{'jql':'created > 0 ORDER BY id','fields':['id'],'maxResults':5000,"
                        + "'nextPageToken':'"
                        + token
                        + "'}")
                .json();
        for (JsonNode issue : page.path("issues")) {
          long id = issue.path("id").asLong();
          assertThat(id).isGreaterThan(last).isNotEqualTo(10_007);
          last = id;
          ids++;
        }
        token = page.path("nextPageToken").asText();
      } while (!token.isEmpty());

      assertThat(ids).isEqualTo(999_999);
      assertThat(jira.requestLog().size()).isEqualTo(200);
    }
  }

  @Test
  void issuesAreFoundCountedAndAnsweredLikeAnyOther() {
    try (JiraSimulator jira =
        JiraSimulator.builder().site(SparseSite.of(1000)).edition(Edition.DATA_CENTER).start()) {
      Browser browser = Browser.of(jira);

      assertThat(total(browser, "project = SPB")).isEqualTo(250);
      assertThat(total(browser, "created >= 2020-12-31")).isBetween(450, 550);
      assertThat(total(browser, "project in (SPA, SPD) AND status = 'To Do'")).isEqualTo(500);
      assertThat(browser.get("/rest/api/2/issue/SPD-250").json().path("id").asText())
          .isEqualTo("10999");
      assertThat(browser.get("/rest/api/2/issue/SPD-251").status()).isEqualTo(404);
      Set<String> keys = new HashSet<>();
      for (String order : List.of("key", "key DESC", "summary", "updated DESC")) {
        JsonNode page = search(browser, "project = SPC ORDER BY " + order);
        page.path("issues").forEach(issue -> keys.add(issue.path("key").asText()));
      }
      assertThat(keys).hasSize(250);
    }
  }

  @Test
  void changedIssuesStandWhereTheirOrderPutsThem() {
    SettableClock clock = SettableClock.at(Instant.parse("2026-05-01T00:00:00Z"));
    try (JiraSimulator jira =
        JiraSimulator.builder()
            .site(SparseSite.of(40))
            .edition(Edition.DATA_CENTER)
            .clock(clock)
            .start()) {
      jira.edits().move(10_000, "SPB");
      clock.advance(Duration.ofSeconds(1));
      jira.edits().comment(10_020, "late");
      Browser browser = Browser.of(jira);

      assertThat(keys(browser, "project = SPB ORDER BY key"))
          .hasSize(11)
          .startsWith("SPB-1")
          .endsWith("SPB-10", "SPB-11");
      assertThat(keys(browser, "created > 0 ORDER BY updated DESC"))
          .hasSize(40)
          .startsWith("SPC-1", "SPB-11");
    }
  }

  private static int total(Browser browser, String jql) {
    return search(browser, jql).path("total").asInt();
  }

  private static List<String> keys(Browser browser, String jql) {
    return search(browser, jql).path("issues").findValuesAsText("key");
  }

  private static JsonNode search(Browser browser, String jql) {
    return browser
        .get("/rest/api/2/search?maxResults=1000&fields=key&jql=" + Browser.encode(jql))
        .json();
  }
}
