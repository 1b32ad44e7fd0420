package dev.sluice.schemas.issue;

import static dev.sluice.schemas.issue.IssuesUnderTest.LINEAGE;
import static dev.sluice.schemas.issue.IssuesUnderTest.columns;
import static dev.sluice.schemas.issue.IssuesUnderTest.issue;
import static dev.sluice.schemas.issue.IssuesUnderTest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.field.FieldColumns;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IssueRowsTest {

  private static final FieldColumns FIELDS =
      columns(
          """
          [{"id":"customfield_1","name":"Campaign Budget","custom":true,"schema":{"type":"number"}},
           {"id":"customfield_2","name":"Channel","custom":true,"schema":{"type":"option"}},
           {"id":"customfield_3","name":"Launch","custom":true,"schema":{"type":"datetime"}}]
          """);
  private static final IssueRows ROWS = new IssueRows(FIELDS, Set.of("issue", "project"));

  @Test
  void cloudIssueFillsEveryColumn() {
    JsonNode issue =
        json(
            """
            {"id":"10042","key":"MK-7","self":"x","changelog":{"total":55,"histories":[{"id":"1"}]},"fields":{
              "project":{"id":"1","key":"MK","name":"Marketing","projectTypeKey":"software"},
              "issuetype":{"id":"3","name":"Campaign","subtask":false,"hierarchyLevel":1},
              "parent":{"id":"9","key":"MK-1","fields":{"summary":"s"}},
              "summary":"Launch","environment":null,
              "description":{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"Go","marks":[{"type":"strong"}]}]}]},
              "status":{"id":"4","name":"Doing","statusCategory":{"id":4,"key":"indeterminate"}},
              "statuscategorychangedate":"2026-01-15T14:23:45.000-0800",
              "priority":{"id":"2","name":"High"},"resolution":{"id":"1","name":"Done"},
              "resolutiondate":"2026-02-01T00:00:00.000+0000",
              "assignee":{"accountId":"a1","displayName":"Ann","active":true},
              "reporter":{"accountId":"b1","displayName":"Bob"},"creator":{"accountId":"c1","displayName":"Cy"},
              "created":"2026-01-15T14:23:45.000+0100","updated":"2026-01-16T14:23:45.000+0100",
              "lastViewed":"2026-01-17T14:23:45.000+0100","duedate":"2026-03-01",
              "labels":["q1","tv"],"components":[{"id":"5","name":"Web","self":"x"}],
              "fixVersions":[{"id":"6","name":"v1","archived":true}],"versions":[],
              "security":{"id":"7","name":"Secret","description":"d"},
              "timeoriginalestimate":3600,"timeestimate":1800,"timespent":60,
              "aggregatetimeoriginalestimate":7200,"aggregatetimeestimate":3600,"aggregatetimespent":120,
              "workratio":1,"votes":{"votes":2},"watches":{"watchCount":3,"isWatching":false},
              "comment":{"total":21,"comments":[{"id":"1"}]},"worklog":{"total":0,"worklogs":[]},
              "attachment":[{"id":"1"},{"id":"2"}],"issuelinks":[],"subtasks":[{"id":"1"}],
              "timetracking":{"originalEstimateSeconds":3600},"progress":{"progress":60,"total":3660},
              "customfield_1":1500.50,"customfield_2":{"self":"x","id":"8","value":"TV"},"customfield_3":"2026-03-01T09:00:00.000+0100"
            }}
            """);
    Extraction extraction = ROWS.extract(issue, LINEAGE);
    assertThat(extraction.misfits()).isZero();
    assertThat(filled(extraction))
        .hasToString(
            "{_read_at=2026-11-24T05:00:00.500Z, _run_id=run-1, _shard_id=shard-1, _site=acme,"
                + " affects_versions=[], aggregate_original_estimate_seconds=7200,"
                + " aggregate_remaining_estimate_seconds=3600, aggregate_time_spent_seconds=120,"
                + " assignee=Ann, assignee_id=a1, attachment_count=2, campaign_budget=1500.5,"
                + " channel={\"id\": \"8\", \"value\": \"TV\"}, comment_count=21,"
                + " components=[{\"id\": \"5\", \"name\": \"Web\"}],"
                + " created=2026-01-15T14:23:45.000+0100, creator=Cy, creator_id=c1,"
                + " description=**Go**, due_date=20513,"
                + " fix_versions=[{\"id\": \"6\", \"name\": \"v1\"}], hierarchy_level=1,"
                + " history_count=55, id=10042, is_subtask=false, issue_type=Campaign,"
                + " issue_type_id=3, key=MK-7, labels=[q1, tv],"
                + " last_viewed=2026-01-17T14:23:45.000+0100, launch=2026-03-01T09:00:00.000+0100,"
                + " link_count=0, original_estimate_seconds=3600, parent_id=9, parent_key=MK-1,"
                + " priority=High, priority_id=2, project_id=1, project_key=MK,"
                + " project_name=Marketing, remaining_estimate_seconds=1800, reporter=Bob,"
                + " reporter_id=b1, resolution=Done, resolution_id=1,"
                + " resolved=2026-02-01T00:00:00.000+0000, security_level=Secret, status=Doing,"
                + " status_category=indeterminate,"
                + " status_category_changed=2026-01-15T14:23:45.000-0800, status_id=4,"
                + " subtask_count=1, summary=Launch, time_spent_seconds=60,"
                + " updated=2026-01-16T14:23:45.000+0100, votes=2, watchers=3, work_ratio=1,"
                + " worklog_count=0}");
  }

  @Test
  void bareIssueHasNothingButItsIdentity() {
    Extraction extraction = ROWS.extract(issue("{}"), LINEAGE);
    assertThat(filled(extraction).keySet())
        .containsExactly(
            "_read_at", "_run_id", "_shard_id", "_site", "created", "id", "key", "updated");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"name\":\"ann\",\"key\":\"JIRAUSER1\",\"displayName\":\"Ann\"}', JIRAUSER1",
    "'{\"name\":\"ann\",\"displayName\":\"Ann\"}', ann",
    "'{\"accountId\":\"5b\",\"key\":\"k\",\"name\":\"n\"}', 5b",
    "'{\"displayName\":\"Former user\"}', ",
    "'null', ",
    "'{}', ",
  })
  void personIsAnAccountOnCloudAndAKeyOnDataCenter(String person, @Nullable String id) {
    assertThat(row(issue("{\"assignee\":" + person + "}")).get("assignee_id")).isEqualTo(id);
  }

  @Test
  void dataCenterCountsWhatIsEmbedded() {
    ObjectNode issue =
        issue(
            "{\"comment\":{\"comments\":[{},{}]},\"worklog\":{\"worklogs\":[{}],\"total\":null}}");
    issue.putObject("changelog").putArray("histories").addObject();
    GenericRecord row = row(issue);
    assertThat(row.get("comment_count")).isEqualTo(2L);
    assertThat(row.get("worklog_count")).isEqualTo(1L);
    assertThat(row.get("history_count")).isEqualTo(1L);
    assertThat(row.get("attachment_count")).isNull();
  }

  @Test
  void estimatesInsideTimetrackingCountWhereTheirFieldsAreMissing() {
    GenericRecord row = row(issue("{\"timetracking\":{\"originalEstimateSeconds\":60}}"));
    assertThat(row.get("original_estimate_seconds")).isEqualTo(60L);
    assertThat(row.get("extra")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"issuerestrictions\":{},\"shouldDisplay\":true}",
        "{\"issuerestrictions\":null}",
        "{\"shouldDisplay\":false}",
      })
  void aRestrictionToNobodyIsNone(String restriction) {
    assertThat(row(issue("{\"issuerestriction\":" + restriction + "}")).get("extra")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"issuerestrictions\":{\"projectrole\":[{\"id\":\"1\"}]},\"shouldDisplay\":true}",
        "\"somebody\"",
      })
  void aRestrictionStandsInExtra(String restriction) {
    assertThat(row(issue("{\"issuerestriction\":" + restriction + "}")).get("extra"))
        .hasToString("{\"issuerestriction\":" + restriction + "}");
  }

  @Test
  void whatFitsNoColumnStandsRawInExtra() {
    Extraction extraction =
        ROWS.extract(
            issue(
                """
                {"customfield_1":"12 EUR","customfield_2":["TV"],"customfield_9":{"a":[1.10,null]},
                 "customfield_8":null,"customfield_7":"","customfield_6":[],"customfield_5":{},
                 "duedate":"2023-02-30","priority":"High","archiveddate":"2026-01-01","labels":[1,{"a":2}]}
                """),
            LINEAGE);
    GenericRecord row = extraction.rows().get(0).record();
    assertThat(row.get("campaign_budget")).isNull();
    assertThat(row.get("due_date")).isNull();
    assertThat(json(String.valueOf(row.get("extra"))))
        .isEqualTo(
            json(
                """
                {"customfield_1":"12 EUR","customfield_2":["TV"],"customfield_9":{"a":[1.10,null]},
                 "duedate":"2023-02-30","priority":"High","archiveddate":"2026-01-01","labels":[1,{"a":2}]}
                """));
    assertThat(extraction.misfits()).isEqualTo(5);
  }

  @Test
  void numbersInExtraKeepEveryDigit() {
    Object extra =
        row(issue("{\"customfield_1\":1e400,\"customfield_9\":0.10000000000000000001}"))
            .get("extra");
    assertThat(extra)
        .hasToString("{\"customfield_1\":1E+400,\"customfield_9\":0.10000000000000000001}");
  }

  @Test
  void valueOfAnyDepthIsKept() {
    String deep = "[".repeat(4_000) + "]".repeat(4_000);
    assertThat(row(issue("{\"customfield_9\":" + deep + "}")).get("extra"))
        .hasToString("{\"customfield_9\":" + deep + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "key"})
  void issueWithoutIdentityIsUnusable(String property) {
    for (String value : new String[] {"null", "\"\"", "{}", "1.5", "true"}) {
      ObjectNode issue = issue("{}");
      issue.set(property, json(value));
      assertThatThrownBy(() -> ROWS.extract(issue, LINEAGE))
          .isInstanceOf(UnusableIssueException.class)
          .hasMessage("the issue has no usable '" + property + "'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"created", "updated"})
  void issueWithoutItsInstantsIsUnusable(String fieldId) {
    for (String value :
        new String[] {
          "null", "\"\"", "\"soon\"", "\"2026-01-01\"", "[]", "\"51502-01-01T00:00:00.000+0000\""
        }) {
      ObjectNode issue = issue("{\"" + fieldId + "\":" + value + "}");
      assertThatThrownBy(() -> ROWS.extract(issue, LINEAGE))
          .isInstanceOf(UnusableIssueException.class)
          .hasMessage("the issue has no usable '" + fieldId + "'");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":\"1\",\"key\":\"A-1\"}", "{}", "[]", "7", "\"issue\""})
  void whatIsNoIssueIsUnusable(String text) {
    assertThatThrownBy(() -> ROWS.extract(json(text), LINEAGE))
        .isInstanceOf(UnusableIssueException.class);
  }

  @Test
  void tablesThatAreNotWantedHaveNoRows() {
    assertThat(new IssueRows(FIELDS, Set.of("project")).extract(issue("{}"), LINEAGE).rows())
        .isEmpty();
  }

  private static GenericRecord row(JsonNode issue) {
    return ROWS.extract(issue, LINEAGE).rows().get(0).record();
  }

  private static Map<String, Object> filled(Extraction extraction) {
    GenericRecord row = extraction.rows().get(0).record();
    Map<String, Object> values = new TreeMap<>();
    for (Schema.Field field : row.getSchema().getFields()) {
      Object value = row.get(field.pos());
      if (value != null) {
        values.put(field.name(), value);
      }
    }
    return values;
  }
}
