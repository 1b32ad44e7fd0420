package dev.sluice.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sluice.simulator.Browser;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.SettableClock;
import dev.sluice.simulator.TestSite;
import dev.sluice.simulator.api.Edition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Issue 10003 is MKT-4, 10005 is OPS-6; nothing in the site is younger than April. */
final class LiveSiteTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00.123Z");
  private static final String STAMP = "2026-05-01T20:00:00.123+1000";

  private final SettableClock clock = SettableClock.at(NOW);
  private final JiraSimulator jira =
      JiraSimulator.builder()
          .site(TestSite.of(60))
          .edition(Edition.DATA_CENTER)
          .clock(clock)
          .start();
  private final Browser browser = Browser.of(jira);
  private final LiveSite edits = jira.edits();

  @AfterEach
  void stop() {
    jira.close();
  }

  @Test
  void anEditMovesUpdatedWritesHistoryAndIsFound() {
    Change change = edits.edit(10_003, "customfield_10042", DoubleNode.valueOf(99));

    assertThat(change.kind()).isEqualTo(Change.Kind.EDITED);
    assertThat(change.at()).isEqualTo(NOW);
    JsonNode issue = issue("10003");
    assertThat(issue.at("/fields/customfield_10042").asDouble()).isEqualTo(99);
    assertThat(issue.at("/fields/updated").asText()).isEqualTo(STAMP);
    JsonNode history = last(issue.at("/changelog/histories"));
    assertThat(history.path("created").asText()).isEqualTo(STAMP);
    assertThat(history.path("author").path("name").asText()).isEqualTo("ann");
    JsonNode item = history.path("items").path(0);
    assertThat(item.path("field").asText()).isEqualTo("Budget");
    assertThat(item.path("fieldId").asText()).isEqualTo("customfield_10042");
    assertThat(item.path("fromString").asText()).isEqualTo("3.5");
    assertThat(item.path("toString").asText()).isEqualTo("99");
    assertThat(keys("Budget = 99")).containsExactly("MKT-4");
    assertThat(keys("updated >= " + NOW.toEpochMilli())).containsExactly("MKT-4");
    assertThat(keys("project = MKT")).hasSize(40).contains("MKT-4");
  }

  @Test
  void aFieldIsCleared() {
    edits.edit(10_003, "duedate", NullNode.getInstance());

    JsonNode issue = issue("10003");
    assertThat(issue.at("/fields/duedate").isNull()).isTrue();
    JsonNode item = last(issue.at("/changelog/histories")).path("items").path(0);
    assertThat(item.path("to").isNull()).isTrue();
    assertThat(item.path("toString").isNull()).isTrue();
  }

  @Test
  void aTransitionResolvesAndReopens() {
    edits.transition(10_004, "3");

    assertThat(issue("10004").at("/fields/resolution/name").asText()).isEqualTo("Fixed");
    assertThat(issue("10004").at("/fields/resolutiondate").asText()).isEqualTo(STAMP);
    assertThat(keys("status = Done and key = MKT-5")).containsExactly("MKT-5");

    edits.transition(10_004, "1");

    assertThat(issue("10004").at("/fields/resolution").isNull()).isTrue();
    JsonNode items = last(issue("10004").at("/changelog/histories")).path("items");
    assertThat(items).extracting(i -> i.path("field").asText()).contains("status", "resolution");
  }

  @Test
  void commentsComeAndChangeAndGoWithAndWithoutATrail() {
    long comment = edits.comment(10_000, "first").child().orElseThrow();
    assertThat(issue("10000").at("/fields/comment/total").asInt()).isEqualTo(1);
    assertThat(updated("10000")).isEqualTo(STAMP);

    clock.advance(Duration.ofMinutes(1));
    edits.editComment(10_000, comment, "second", Trail.NONE);
    JsonNode edited = issue("10000").at("/fields/comment/comments/0");
    assertThat(edited.path("body").asText()).isEqualTo("second");
    assertThat(edited.path("updated").asText()).startsWith("2026-05-01T20:01");
    assertThat(updated("10000")).isEqualTo(STAMP);

    edits.deleteComment(10_000, comment, Trail.NONE);
    assertThat(issue("10000").at("/fields/comment/comments")).isEmpty();
    assertThat(updated("10000")).as("nothing tells of it").isEqualTo(STAMP);

    long other = edits.comment(10_000, "third").child().orElseThrow();
    clock.advance(Duration.ofMinutes(1));
    edits.deleteComment(10_000, other, Trail.LEFT);
    assertThat(updated("10000")).startsWith("2026-05-01T20:02");
    assertThat(last(issue("10000").at("/changelog/histories")).at("/items/0/fromString").asText())
        .isEqualTo("third");
  }

  @Test
  void loggedWorkIsCountedListedAndTakenBack() {
    long worklog = edits.logWork(10_000, Duration.ofHours(2), NOW).child().orElseThrow();
    clock.advance(Duration.ofMinutes(5));

    assertThat(issue("10000").at("/fields/timespent").asLong()).isEqualTo(7200);
    assertThat(worklogIds("updated")).contains(worklog);
    assertThat(browser.post("/rest/api/2/worklog/list", "{'ids':[" + worklog + "]}").json())
        .extracting(w -> w.path("issueId").asText())
        .containsExactly("10000");

    edits.deleteWorklog(10_000, worklog, Trail.NONE);
    clock.advance(Duration.ofMinutes(5));

    assertThat(issue("10000").at("/fields/worklog/worklogs")).isEmpty();
    assertThat(updated("10000")).isEqualTo(STAMP);
    assertThat(worklogIds("updated")).doesNotContain(worklog);
    assertThat(worklogIds("deleted")).containsExactly(worklog);
  }

  @Test
  void aWorklogThatIsDeletedWithATrailTakesItsHoursAlong() {
    long worklog = edits.logWork(10_000, Duration.ofHours(2), NOW).child().orElseThrow();
    edits.editWorklog(10_000, worklog, Duration.ofHours(3), Trail.LEFT);
    assertThat(issue("10000").at("/fields/timespent").asLong()).isEqualTo(10_800);

    edits.deleteWorklog(10_000, worklog, Trail.LEFT);

    assertThat(issue("10000").at("/fields/timespent").asLong()).isZero();
    assertThat(last(issue("10000").at("/changelog/histories")).path("items"))
        .extracting(i -> i.path("field").asText())
        .containsExactly("WorklogId", "timeestimate", "timespent");
  }

  @Test
  void aMovedIssueKeepsItsIdAndAnswersToItsOldKey() {
    Change change = edits.move(10_003, "OPS");

    assertThat(change.key()).isEqualTo("OPS-61");
    assertThat(issue("MKT-4").path("id").asText()).isEqualTo("10003");
    assertThat(issue("MKT-4").path("key").asText()).isEqualTo("OPS-61");
    assertThat(keys("project = MKT")).hasSize(39).doesNotContain("MKT-4");
    assertThat(keys("project = OPS")).hasSize(21).contains("OPS-61");
    assertThat(keys("key = MKT-4")).containsExactly("OPS-61");
    assertThat(last(issue("10003").at("/changelog/histories")).path("items"))
        .extracting(i -> i.path("field").asText() + " " + i.path("toString").asText())
        .containsExactly("project Operations", "Key OPS-61");
  }

  @Test
  void issuesAreCreatedAndDeleted() {
    Change created = edits.create("MKT", "Something new");

    assertThat(created.issue()).isEqualTo(10_060);
    assertThat(created.key()).isEqualTo("MKT-60");
    assertThat(issue("MKT-60").at("/fields/created").asText()).isEqualTo(STAMP);
    assertThat(keys("text ~ Something")).containsExactly("MKT-60");
    assertThat(keys("created > '2026-04-30'")).containsExactly("MKT-60");

    edits.delete(created.issue());
    edits.delete(10_003);

    assertThat(browser.get("/rest/api/2/issue/MKT-60").status()).isEqualTo(404);
    assertThat(browser.get("/rest/api/2/issue/10003").status()).isEqualTo(404);
    assertThat(keys("project = MKT")).hasSize(39);
    assertThat(edits.create("MKT", "Another").key()).as("keys are not reused").isEqualTo("MKT-61");
    assertThatThrownBy(() -> edits.delete(10_003)).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void linksShowBothEndsAsTheyAreAndGoWithThem() {
    edits.link(10_000, 10_001);
    clock.advance(Duration.ofMinutes(1));
    edits.edit(10_001, "summary", TextNode.valueOf("renamed"));
    edits.move(10_001, "OPS");

    JsonNode link = issue("10000").at("/fields/issuelinks/0");
    assertThat(link.at("/outwardIssue/key").asText()).isEqualTo("OPS-61");
    assertThat(link.at("/outwardIssue/fields/summary").asText()).isEqualTo("renamed");
    assertThat(updated("10000")).isEqualTo(STAMP);

    edits.delete(10_001);

    assertThat(issue("10000").at("/fields/issuelinks")).isEmpty();
    assertThat(updated("10000")).as("nothing tells of it").isEqualTo(STAMP);
  }

  @Test
  void aLinkIsTakenAwayFromBothEnds() {
    long link = edits.link(10_000, 10_001).child().orElseThrow();
    edits.unlink(10_001, link, Trail.LEFT);

    assertThat(issue("10000").at("/fields/issuelinks")).isEmpty();
    assertThat(issue("10001").at("/fields/issuelinks")).isEmpty();
    assertThat(last(issue("10000").at("/changelog/histories")).at("/items/0/fromString").asText())
        .isEqualTo("This issue blocks MKT-2");
  }

  @Test
  void whatIsArchivedIsAnsweredButNotFoundAndWhatIsHiddenIsNeither() {
    edits.archive(10_003);
    edits.hide(10_004);

    assertThat(keys("project = MKT")).hasSize(38).doesNotContain("MKT-4", "MKT-5");
    assertThat(issue("MKT-4").at("/fields/archiveddate").asText()).isEqualTo(STAMP);
    assertThat(browser.get("/rest/api/2/issue/MKT-5").status()).isEqualTo(404);

    edits.restore(10_003);
    edits.restore(10_004);

    assertThat(keys("project = MKT")).hasSize(40);
  }

  @Test
  void aHiddenProjectDoesNotExist() {
    edits.hideProject("OPS");

    assertThat(keys("created > 0")).hasSize(40);
    assertThat(browser.get("/rest/api/2/search?jql=project%3DOPS").status()).isEqualTo(400);
    assertThat(browser.get("/rest/api/2/project").json()).hasSize(1);
    assertThat(browser.get("/rest/api/2/issue/OPS-6").status()).isEqualTo(404);

    edits.restoreProject("OPS");
    edits.archiveProject("OPS");

    assertThat(keys("created > 0")).hasSize(40);
    assertThat(browser.get("/rest/api/2/issue/OPS-6").status()).isEqualTo(200);
    assertThat(browser.get("/rest/api/2/project").json()).hasSize(1);
    assertThat(browser.get("/rest/api/2/project?includeArchived=true").json())
        .extracting(p -> p.path("archived").asBoolean())
        .containsExactly(false, true);
  }

  private JsonNode issue(String idOrKey) {
    return browser.get("/rest/api/2/issue/" + idOrKey + "?expand=changelog").json();
  }

  private String updated(String idOrKey) {
    return issue(idOrKey).at("/fields/updated").asText();
  }

  private List<String> keys(String jql) {
    List<String> keys = new ArrayList<>();
    browser
        .get("/rest/api/2/search?maxResults=100&fields=key&jql=" + Browser.encode(jql))
        .json()
        .path("issues")
        .forEach(issue -> keys.add(issue.path("key").asText()));
    return keys;
  }

  private List<Long> worklogIds(String list) {
    List<Long> ids = new ArrayList<>();
    browser
        .get("/rest/api/2/worklog/" + list + "?since=" + NOW.minusSeconds(1).toEpochMilli())
        .json()
        .path("values")
        .forEach(value -> ids.add(value.path("worklogId").asLong()));
    return ids;
  }

  private static JsonNode last(JsonNode list) {
    return list.path(list.size() - 1);
  }
}
