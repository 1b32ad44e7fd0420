package dev.sluice.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.simulator.Browser;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.TestSite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EnhancedSearchTest {
  private static final String SEARCH = "/rest/api/3/search/jql";
  private JiraSimulator jira;
  private Browser browser;

  @BeforeAll
  void start() {
    jira =
        JiraSimulator.builder()
            .site(TestSite.of(250))
            .limits(Limits.of(Edition.CLOUD).withPages(100, 60, 40))
            .start();
    browser = Browser.of(jira);
  }

  @AfterAll
  void stop() {
    jira.close();
  }

  @Test
  void tokensLeadThroughEveryIssueOnceInOrder() {
    List<String> keys = walk("created >= '2026-01-01' ORDER BY created ASC, key ASC", 7);

    assertThat(keys).hasSize(250).doesNotHaveDuplicates().startsWith("MKT-1", "MKT-2", "OPS-3");
  }

  @Test
  void everyTokenOfAWalkIsDifferentAndTheLastPageHasNone() {
    Set<String> tokens = new HashSet<>();
    String token = "";
    int pages = 0;
    do {
      JsonNode page = search("project = MKT", "'maxResults':50,'nextPageToken':'" + token + "'");
      token = page.path("nextPageToken").asText();
      assertThat(page.path("isLast").asBoolean()).isEqualTo(token.isEmpty());
      assertThat(page.has("total")).isFalse();
      tokens.add(token);
      pages++;
    } while (!token.isEmpty());

    assertThat(tokens).hasSize(pages);
  }

  @Test
  void withoutFieldsOnlyIdsComeBack() {
    JsonNode issue = search("project = MKT", "'maxResults':1").path("issues").path(0);

    assertThat(issue.size()).isEqualTo(1);
    assertThat(issue.path("id").isTextual()).isTrue();
  }

  @Test
  void theBreadthOfFieldsLimitsThePage() {
    assertThat(search("project = MKT", "'maxResults':5000,'fields':['key']").path("issues"))
        .hasSize(100);
    assertThat(
            search("project = MKT", "'maxResults':5000,'fields':['summary','status','labels']")
                .path("issues"))
        .hasSize(60);
    assertThat(search("project = MKT", "'maxResults':5000,'fields':['*all']").path("issues"))
        .hasSize(40);
    assertThat(
            search("project = MKT", "'maxResults':5000,'fields':['key'],'expand':'changelog'")
                .path("issues"))
        .hasSize(40);
  }

  @Test
  void embeddedChildrenAreCutButTellTheirTotals() {
    JsonNode issue =
        search("key = MKT-50", "'fields':['*all'],'expand':'changelog'").path("issues").path(0);

    assertThat(issue.path("changelog").path("total").asInt()).isEqualTo(49);
    assertThat(issue.path("changelog").path("histories")).hasSize(40);
    assertThat(issue.path("changelog").path("histories").path(0).path("id").asText())
        .as("newest first")
        .isEqualTo("948");
    JsonNode other = search("key = OPS-30", "'fields':['*all']").path("issues").path(0);
    assertThat(other.path("fields").path("comment").path("total").asInt()).isEqualTo(29);
    assertThat(other.path("fields").path("comment").path("comments")).hasSize(20);
  }

  @Test
  void richTextIsADocumentInVersionThreeAndTextInVersionTwo() {
    String body = "{'jql':'key = MKT-1','fields':['description']}";
    JsonNode three = browser.post(SEARCH, body).json().path("issues").path(0).path("fields");
    JsonNode two =
        browser.post("/rest/api/2/search/jql", body).json().path("issues").path(0).path("fields");

    assertThat(two.path("description").asText()).isEqualTo("First line\nsecond line\n\nNext block");
    assertThat(three.path("description").path("content")).hasSize(2);
    assertThat(three.path("description").path("content").path(0).path("content").toString())
        .isEqualTo(
            "[{\"type\":\"text\",\"text\":\"First line\"},{\"type\":\"hardBreak\"},"
                + "{\"type\":\"text\",\"text\":\"second line\"}]");
  }

  @Test
  void peopleStoredByKeyGetThatKeyAsAccountId() {
    JsonNode assignee =
        search("key = MKT-1", "'fields':['assignee']")
            .path("issues")
            .path(0)
            .path("fields")
            .path("assignee");

    assertThat(assignee.path("accountId").asText()).isEqualTo("bob");
    assertThat(assignee.has("name")).isFalse();
  }

  @Test
  void theTokenInTheAddressOfAPostIsIgnored() {
    String token = search("project = MKT", "'maxResults':5").path("nextPageToken").asText();
    String first = search("project = MKT", "'maxResults':5").path("issues").toString();

    assertThat(
            browser
                .post(SEARCH + "?nextPageToken=" + token, "{'jql':'project = MKT','maxResults':5}")
                .json()
                .path("issues")
                .toString())
        .isEqualTo(first);
  }

  @Test
  void aTokenIsGoodOnlyForItsOwnSearch() {
    String token = search("project = MKT", "'maxResults':5").path("nextPageToken").asText();

    assertThat(post("project = OPS", "'nextPageToken':'" + token + "'").status()).isEqualTo(400);
    assertThat(post("project = MKT", "'nextPageToken':'not-a-token'").status()).isEqualTo(400);
    assertThat(post("project = MKT", "'nextPageToken':null").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'maxResults':0",
        "'maxResults':5001",
        "'expand':['changelog']",
        "'startAt':0",
        "'fields':'summary'"
      })
  void bodiesCloudDoesNotTakeAreRefused(String extra) {
    assertThat(post("project = MKT", extra).status()).isEqualTo(400);
  }

  @Test
  void aBodyThatIsNotDeclaredAsJsonIsUnsupported() {
    Browser.Answer answer = browser.post(SEARCH, "text/plain", "{'jql':'project = MKT'}");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void unboundedQueriesAreRefusedInTheWordsOfJira() {
    assertThat(post("ORDER BY created", "'maxResults':1").error())
        .isEqualTo(
            "Unbounded JQL queries are not allowed here. Please add a search restriction to your"
                + " query.");
  }

  @Test
  void theCountIsTheNumberOfIssues() {
    assertThat(
            browser
                .post("/rest/api/3/search/approximate-count", "{'jql':'project = OPS'}")
                .json()
                .path("count")
                .asInt())
        .isEqualTo(83);
  }

  @Test
  void theSearchOfOldIsGone() {
    Browser.Answer answer = browser.get("/rest/api/3/search?jql=project%3DMKT");

    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.error()).startsWith("The requested API has been removed.");
  }

  @Test
  void theSiteIsAlsoServedBehindTheGateway() {
    assertThat(
            browser
                .get("/ex/jira/11111111-2222-3333-4444-555555555555/rest/api/3/myself")
                .json()
                .path("accountId")
                .asText())
        .isEqualTo("acc-ann");
  }

  private List<String> walk(String jql, int pageSize) {
    List<String> keys = new ArrayList<>();
    String token = "";
    do {
      String address =
          SEARCH
              + "?jql="
              + Browser.encode(jql)
              + "&fields=key&maxResults="
              + pageSize
              + "&nextPageToken="
              + Browser.encode(token);
      JsonNode page = browser.get(address).json();
      page.path("issues").forEach(issue -> keys.add(issue.path("key").asText()));
      token = page.path("nextPageToken").asText();
    } while (!token.isEmpty());
    return keys;
  }

  private JsonNode search(String jql, String extra) {
    return post(jql, extra).json();
  }

  private Browser.Answer post(String jql, String extra) {
    return browser.post(SEARCH, "{'jql':'" + jql + "'," + extra + "}");
  }
}
