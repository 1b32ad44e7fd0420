package dev.sluice.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.Browser;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.TestSite;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IssueResourceTest {
  private JiraSimulator jira;
  private Browser browser;

  @BeforeAll
  void start() {
    jira =
        JiraSimulator.builder()
            .site(TestSite.of(200))
            .clock(Clock.fixed(TestSite.FIRST.plus(Duration.ofHours(100)), ZoneOffset.UTC))
            .start();
    browser = Browser.of(jira);
  }

  @AfterAll
  void stop() {
    jira.close();
  }

  @Test
  void anIssueIsFoundByIdByKeyAndByAKeyItOnceHad() {
    JsonNode byId = browser.get("/rest/api/3/issue/10001?expand=changelog").json();
    String former = byId.at("/changelog/histories/0/items/0/fromString").asText();

    assertThat(byId.path("key").asText()).isEqualTo("MKT-2");
    assertThat(browser.get("/rest/api/3/issue/mkt-2").json()).isNotEmpty();
    assertThat(browser.get("/rest/api/3/issue/" + former).json().path("key").asText())
        .isEqualTo("MKT-2");
    assertThat(browser.get("/rest/api/3/issue/NO-1").status()).isEqualTo(404);
  }

  @Test
  void anIssueExplainsItsFieldsWhenAsked() {
    JsonNode issue = browser.get("/rest/api/3/issue/MKT-1?expand=names,schema").json();

    assertThat(issue.at("/names/customfield_10042").asText()).isEqualTo("Budget");
    assertThat(issue.at("/schema/customfield_10042/type").asText()).isEqualTo("number");
  }

  @Test
  void theChangelogPagesOldestFirst() {
    JsonNode page =
        browser.get("/rest/api/3/issue/MKT-50/changelog?startAt=45&maxResults=10").json();

    assertThat(page.path("total").asInt()).isEqualTo(49);
    assertThat(page.path("isLast").asBoolean()).isTrue();
    assertThat(page.path("values")).hasSize(4);
    assertThat(page.at("/values/0/id").asText()).isEqualTo("945");
  }

  @Test
  void bulkChangelogsSplitAnIssueOverPagesAndGiveTimesAsNumbers() {
    Set<String> histories = new HashSet<>();
    List<String> issues = new ArrayList<>();
    String token = "";
    do {
      JsonNode page =
          browser
              .post(
                  "/rest/api/3/changelog/bulkfetch",
                  "{'issueIdsOrKeys':['MKT-4','MKT-50'],'maxResults':20,'nextPageToken':'"
                      + token
                      + "'}")
              .json();
      for (JsonNode log : page.path("issueChangeLogs")) {
        issues.add(log.path("issueId").asText());
        for (JsonNode history : log.path("changeHistories")) {
          histories.add(log.path("issueId").asText() + "/" + history.path("id").asText());
          assertThat(history.path("created").isNumber()).isTrue();
        }
      }
      assertThat(page.has("nextPageToken")).isTrue();
      token = page.path("nextPageToken").asText("");
    } while (!token.isEmpty() && !token.equals("null"));

    assertThat(histories).hasSize(52);
    assertThat(issues).containsExactly("10049", "10049", "10049", "10003");
  }

  @Test
  void bulkFetchGivesWhatIsThereInTheOrderOfIds() {
    JsonNode answer =
        browser
            .post(
                "/rest/api/3/issue/bulkfetch",
                "{'issueIdsOrKeys':['OPS-30','NO-1','10000'],'fields':['summary']}")
            .json();

    assertThat(answer.path("issues"))
        .extracting(i -> i.path("id").asText())
        .containsExactly("10000", "10029");
    assertThat(answer.path("issueErrors")).isEmpty();
  }

  @Test
  void commentsAndWorklogsAreCompleteWhenAskedForAlone() {
    assertThat(browser.get("/rest/api/3/issue/OPS-30/comment").json().path("comments")).hasSize(29);
    JsonNode worklogs = browser.get("/rest/api/3/issue/OPS-24/worklog").json();
    long started = TestSite.FIRST.plus(Duration.ofHours(23)).toEpochMilli();
    JsonNode later =
        browser.get("/rest/api/3/issue/OPS-24/worklog?startedAfter=" + (started + 600_000)).json();

    assertThat(worklogs.path("worklogs")).hasSize(23);
    assertThat(worklogs.at("/worklogs/0/comment/type").asText()).isEqualTo("doc");
    assertThat(later.path("total").asInt()).isEqualTo(12);
  }

  @Test
  void changedWorklogsComeByThousandsAndNeverFromTheLastMinute() {
    JsonNode first = browser.get("/rest/api/3/worklog/updated?since=0").json();
    long until = first.path("until").asLong();
    JsonNode second = browser.get("/rest/api/3/worklog/updated?since=" + until).json();

    assertThat(first.path("values")).hasSize(1000);
    assertThat(first.path("lastPage").asBoolean()).isFalse();
    assertThat(second.path("lastPage").asBoolean()).isTrue();
    assertThat(second.path("until").asLong())
        .isLessThan(TestSite.FIRST.plus(Duration.ofHours(100)).toEpochMilli() - 60_000);
    String id = first.at("/values/0/worklogId").asText();
    assertThat(browser.post("/rest/api/3/worklog/list", "{'ids':[" + id + "]}").json().at("/0/id"))
        .hasToString('"' + id + '"');
  }

  @Test
  void sprintsBelongToScrumBoards() {
    assertThat(browser.get("/rest/agile/1.0/board").json().path("total").asInt()).isEqualTo(2);
    JsonNode sprints = browser.get("/rest/agile/1.0/board/7/sprint?state=active").json();
    assertThat(sprints.has("total")).isFalse();
    assertThat(sprints.at("/values/0/id").asInt()).isEqualTo(71);
    assertThat(browser.get("/rest/agile/1.0/board/8/sprint").status()).isEqualTo(400);
    assertThat(browser.get("/rest/agile/1.0/sprint/71/issue").json().path("total").asInt())
        .isEqualTo(29);
    assertThat(browser.get("/rest/software/1.0/sprint/71/issue").json().path("issues")).hasSize(29);
  }

  @Test
  void queriesAreParsedWithoutBeingRun() {
    JsonNode queries =
        browser
            .post(
                "/rest/api/3/jql/parse?validation=strict",
                "{'queries':['project = MKT','project =','project = NOPE','not jql at all']}")
            .json()
            .path("queries");

    assertThat(queries.at("/0/structure/where/operand/value").asText()).isEqualTo("MKT");
    assertThat(queries.at("/1/errors/0").asText()).contains("before the end of the query");
    assertThat(queries.at("/2/errors/0").asText()).contains("does not exist");
    assertThat(queries.at("/3/errors")).hasSize(1);
  }
}
