package dev.sluice.simulator.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.simulator.TestSite;
import dev.sluice.simulator.jql.JqlException;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hand-counted answers over sixty issues, one an hour from 2026-03-01T00:00:30Z. */
final class IssueSearchTest {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-03-03T12:00:00Z"), ZoneOffset.UTC);

  private final Asked search = search(TestSite.of(60));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "project = MKT | 40",
        "project = 'marketing team' | 40",
        "project in (10000, OPS) | 60",
        "project != MKT | 20",
        "key in (MKT-1, OPS-3) | 2",
        "id = 10003 | 1",
        "key > MKT-50 | 6",
        "issuekey <= OPS-6 | 2",
        "status = Done | 30",
        "status not in ('To Do') | 30",
        "statusCategory = done | 30",
        "statusCategory != 3 | 30",
        "assignee = bob | 30",
        "assignee != bob | 0",
        "NOT assignee = bob | 0",
        "assignee is EMPTY | 30",
        "assignee = bob OR assignee is null | 60",
        "assignee in (EMPTY, bob) | 60",
        "assignee = currentUser() | 0",
        "labels = paid | 12",
        "labels not in (paid) | 0",
        "priority > Low | 15",
        "priority <= Low | 45",
        "resolution = Unresolved | 60",
        "Budget >= 50 | 9",
        "cf[10042] = 7.5 | 1",
        "customfield_10042 is empty | 6",
        "'Budget[Number]' < 2 | 2",
        "sprint = 71 | 9",
        "sprint = 'Sprint 2' | 9",
        "sprint in openSprints() | 9",
        "sprint in closedSprints() | 0",
        "summary ~ launch | 60",
        "summary ~ 'number 5' | 1",
        "summary ~ 'numb*' | 60",
        "summary ~ numb | 0",
        "summary !~ 'number 5' | 59",
        "text ~ 'second line' | 60",
        "due = 2026-04-01 | 3",
        "due < '2026-04-03' | 6",
        "type = Campaign and (status = Done or priority = High) | 45",
      })
  void conditionsFindWhatJiraWouldFind(String jql, int expected) {
    assertThat(search.find(jql)).hasSize(expected);
    assertThat(search.count(jql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Epoch milliseconds without quotes are absolute; 1772323230000 is the first issue.
        "created >= 1772323230000 | 60",
        "created > 1772323230000 | 59",
        "created < 1772323230001 | 1",
        "created = 1772323230000 | 1",
        // In quotes they are minutes from now, so nothing is that late.
        "created >= '1772323230000' | 0",
        "created <= '1772323230000' | 60",
        // The account is in New York: its midnight of 1 March is 05:00 UTC.
        "created >= '2026-03-01' | 55",
        "created < '2026-03-01' | 5",
        "created <= '2026/03/01' | 5",
        "created = '2026-03-01' | 24",
        "created >= '2026-03-01 01:00' | 54",
        "created >= '2026-03-01 01:01' | 53",
        "created = '2026-03-01 01:00' | 1",
        "created = '2026-03-01 01:01' | 0",
        "created != '2026-03-01' | 36",
        "created in ('2026-03-01', '2026-03-02') | 48",
        // Now is noon UTC of the 3rd, seven in the morning in New York.
        "created >= -1d | 24",
        "created >= '-90m' | 1",
        "created >= startOfDay() | 7",
        "created >= startOfDay(-1) AND created < startOfDay() | 24",
        "created < now() | 60",
        "created > endOfDay('-1d') | 7",
        "NOT created >= -1d | 36",
        "updated >= 1772409630000 AND updated < 1772413230000 | 1",
        "created >= 1772323230000 AND updated < 1772413230000 | 1",
      })
  void timesAreReadAsJiraReadsThem(String jql, int expected) {
    assertThat(search.count(jql)).isEqualTo(expected);
    assertThat(search.find(jql)).hasSize(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "project = NOPE | The value 'NOPE' does not exist for the field 'project'.",
        "status = Nope | The value 'Nope' does not exist for the field 'status'.",
        "nope = 1 | Field 'nope' does not exist or you do not have permission to view it.",
        "key = MKT-999 | An issue with key 'MKT-999' does not exist for field 'key'.",
        "key > MKT-999 | An issue with key 'MKT-999' does not exist for field 'key'.",
        "id = 99 | A value with ID '99' does not exist for the field 'id'.",
        "project ~ MKT | The operator '~' is not supported by the 'project' field.",
        "summary = Launch | The operator '=' is not supported by the 'summary' field.",
        "assignee = nobody() | Unable to find JQL function 'nobody()'.",
        "project = MKT order by a,b,c,d,e,f,g,h "
            + "| The ORDER BY clause can have a maximum of 7 fields.",
        "project = MKT order by text | Not able to sort using field 'text'.",
        "status was Done | History searches do not support the 'status' field.",
      })
  void whatMakesNoSenseIsRefusedInTheWordsOfJira(String jql, String message) {
    assertThatThrownBy(() -> search.find(jql)).isInstanceOf(JqlException.class).hasMessage(message);
  }

  @Test
  void aDateThatIsNoneIsRefused() {
    assertThatThrownBy(() -> search.count("created > 'yesterday'"))
        .hasMessageStartingWith("Date value 'yesterday' for field 'created' is invalid.");
    assertThatThrownBy(() -> search.count("created > '2026-02-30'"))
        .isInstanceOf(JqlException.class);
  }

  @Test
  void aMovedIssueIsNoEdgeOfARangeButIsFoundByItsOldKey() {
    String old =
        search
            .find("key = MKT-2")
            .get(0)
            .json()
            .at("/changelog/histories/0/items/0/" + "fromString")
            .asText();

    assertThat(search.find("key = " + old)).extracting(SimIssue::key).containsExactly("MKT-2");
    assertThatThrownBy(() -> search.find("key > " + old))
        .hasMessage("Operator '>' cannot be applied to moved issue key '" + old + "'.");
  }

  @Test
  void wordsWithoutOperatorsAreATextSearch() {
    assertThat(search.find("this is not jql")).isEmpty();
    assertThat(search.find("launch number")).hasSize(60);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "project = OPS ORDER BY created DESC | OPS-60,OPS-57,OPS-54",
        "project in (MKT, OPS) ORDER BY key | MKT-1,MKT-2,MKT-4",
        "project in (MKT, OPS) ORDER BY key DESC | OPS-60,OPS-57,OPS-54",
        "created > 0 ORDER BY priority DESC, id | MKT-1,MKT-5,OPS-9",
        "created > 0 ORDER BY assignee, Budget DESC | MKT-59,OPS-57,MKT-55",
        "created > 0 ORDER BY cf[10042] DESC | MKT-10,MKT-20,OPS-30",
        "created > 0 | OPS-60,MKT-59,MKT-58",
      })
  void ordersArePutAsAsked(String jql, String first) {
    List<String> keys = search.find(jql).stream().map(SimIssue::key).limit(3).toList();

    assertThat(String.join(",", keys)).isEqualTo(first);
  }

  @Test
  void theHourThatOccursTwiceIsTakenAsStandardTime() {
    // 2026-11-01 01:30 in New York is 05:30Z in summer time and 06:30Z in standard time.
    SimIssue early = at(TestSite.issue(0), "2026-11-01T05:30:00Z");
    SimIssue late = at(TestSite.issue(1), "2026-11-01T06:30:00Z");
    Asked fallBack = search(TestSite.of(List.of(early, late)));

    assertThat(fallBack.find("created >= '2026-11-01 01:30'")).containsExactly(late);
    assertThat(fallBack.find("created >= 1793511000000")).hasSize(2);
  }

  @Test
  void boundsOnTheSameMinutePartitionEveryIssueExactlyOnce() {
    int sum = 0;
    long from = TestSite.FIRST.minusSeconds(3630).toEpochMilli();
    for (long edge = from; edge < from + 70 * 3_600_000L; edge += 3_600_000L) {
      sum += search.count("created >= " + edge + " AND created < " + (edge + 3_600_000L));
    }

    assertThat(sum).isEqualTo(60);
  }

  private static SimIssue at(SimIssue issue, String created) {
    Instant instant = Instant.parse(created);
    return new SimIssue(issue.id(), issue.key(), instant, instant, issue.json());
  }

  private static Asked search(Site site) {
    return new Asked(new IssueSearch(site, NOW), IssueIndex.of(site));
  }

  /** A search at the site at rest. */
  private record Asked(IssueSearch search, IssueIndex index) {
    List<SimIssue> find(String jql) {
      return search.find(index, jql);
    }

    int count(String jql) {
      return search.count(index, jql);
    }
  }
}
