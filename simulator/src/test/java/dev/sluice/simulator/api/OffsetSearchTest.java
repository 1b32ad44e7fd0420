package dev.sluice.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.Browser;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.TestSite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OffsetSearchTest {
  private static final String SEARCH = "/rest/api/2/search";
  private JiraSimulator jira;
  private Browser browser;

  @BeforeAll
  void start() {
    jira =
        JiraSimulator.builder()
            .site(TestSite.of(120))
            .edition(Edition.DATA_CENTER)
            .contextPath("/jira/")
            .limits(Limits.of(Edition.DATA_CENTER).withOffsetPage(30).withResultWindow(100))
            .start();
    browser = Browser.of(jira);
  }

  @AfterAll
  void stop() {
    jira.close();
  }

  @Test
  void offsetsLeadThroughEveryIssueOnceAndTheTotalIsTold() {
    List<String> keys = new ArrayList<>();
    int total;
    do {
      JsonNode page =
          search("'jql':'project = MKT ORDER BY key','maxResults':25,'startAt':" + keys.size());
      total = page.path("total").asInt();
      page.path("issues").forEach(issue -> keys.add(issue.path("key").asText()));
    } while (keys.size() < total);

    assertThat(keys).hasSize(80).doesNotHaveDuplicates();
  }

  @Test
  void theSizeOfAPageIsLoweredWithoutAWord() {
    JsonNode page = search("'jql':'project = MKT','maxResults':1000");

    assertThat(page.path("maxResults").asInt()).isEqualTo(30);
    assertThat(page.path("issues")).hasSize(30);
  }

  @Test
  void aPageOfNothingTellsTheTotal() {
    JsonNode page = search("'jql':'project = OPS','maxResults':0");

    assertThat(page.path("issues")).isEmpty();
    assertThat(page.path("total").asInt()).isEqualTo(40);
  }

  @Test
  void offsetsBeyondTheResultWindowAreRefused() {
    Browser.Answer answer =
        browser.post(SEARCH, "{'jql':'created > 0','startAt':90,'maxResults':20}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).startsWith("Search limit exceeded.");
  }

  @Test
  void expansionsAreAnArrayInTheBody() {
    assertThat(browser.post(SEARCH, "{'jql':'key = MKT-50','expand':'changelog'}").status())
        .isEqualTo(400);
    JsonNode issue = search("'jql':'key = MKT-50','expand':['changelog']").path("issues").path(0);

    assertThat(issue.path("changelog").path("histories")).as("complete").hasSize(49);
    assertThat(issue.path("changelog").path("histories").path(0).path("id").asText())
        .as("oldest first")
        .isEqualTo("900");
  }

  @Test
  void withoutFieldsTheNavigableOnesComeBack() {
    JsonNode fields = search("'jql':'key = OPS-30'").path("issues").path(0).path("fields");

    assertThat(fields.has("summary")).isTrue();
    assertThat(fields.has("comment")).isFalse();
  }

  @Test
  void peopleAreShownByNameAndKeyAndTextIsText() {
    JsonNode fields =
        search("'jql':'key = MKT-1','fields':['*all']").path("issues").path(0).path("fields");

    assertThat(fields.path("assignee").path("name").asText()).isEqualTo("bob");
    assertThat(fields.path("assignee").has("accountId")).isFalse();
    assertThat(fields.path("description").isTextual()).isTrue();
  }

  @Test
  void anUnboundedQueryIsFineAndASenselessOneIsNotUnlessUnvalidated() {
    assertThat(search("'jql':'ORDER BY key','maxResults':0").path("total").asInt()).isEqualTo(120);
    assertThat(browser.get(SEARCH + "?jql=project%3DNOPE").status()).isEqualTo(400);
    assertThat(
            browser
                .get(SEARCH + "?jql=project%3DNOPE&validateQuery=false")
                .json()
                .path("total")
                .asInt())
        .isZero();
  }

  @Test
  void worklogsComeAllAtOnceWhateverPageIsAskedFor() {
    JsonNode worklogs =
        browser.get("/rest/api/2/issue/OPS-24/worklog?startAt=20&maxResults=2").json();

    assertThat(worklogs.path("worklogs")).hasSize(23);
    assertThat(worklogs.path("total").asInt()).isEqualTo(23);
    assertThat(worklogs.path("startAt").asInt()).isZero();
  }

  @Test
  void whatOnlyCloudHasIsNotHere() {
    assertThat(browser.get("/rest/api/3/myself").status()).isEqualTo(404);
    assertThat(browser.get("/rest/api/2/search/jql?jql=project%3DMKT").status()).isEqualTo(404);
    assertThat(browser.get("/rest/api/2/issue/MKT-1/changelog").status()).isEqualTo(404);
  }

  @Test
  void theServerCallsItselfServerAndLivesBelowItsContextPath() {
    assertThat(jira.baseUri().getPath()).isEqualTo("/jira");
    JsonNode info = browser.get("/rest/api/2/serverInfo").json();
    assertThat(info.path("deploymentType").asText()).isEqualTo("Server");
    assertThat(info.path("baseUrl").asText()).isEqualTo(jira.baseUri().toString());
  }

  private JsonNode search(String body) {
    return browser.post(SEARCH, "{" + body + "}").json();
  }
}
