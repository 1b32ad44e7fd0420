package dev.sluice.schemas.issue;

import static dev.sluice.schemas.issue.IssuesUnderTest.LINEAGE;
import static dev.sluice.schemas.issue.IssuesUnderTest.columns;
import static dev.sluice.schemas.issue.IssuesUnderTest.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.field.FieldColumns;
import java.util.List;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

final class MultivalueRowsTest {

  private static final FieldColumns FIELDS =
      columns(
          """
          [{"id":"customfield_1","name":"Channels","custom":true,"schema":{"type":"array","items":"option"}},
           {"id":"customfield_2","name":"Team","custom":true,"schema":{"type":"array","items":"user"}},
           {"id":"customfield_3","name":"Sprint","custom":true,"schema":{"type":"array","items":"json","custom":"com.pyxis.greenhopper.jira:gh-sprint"}},
           {"id":"customfield_4","name":"Tags","custom":true,"schema":{"type":"array","items":"string"}},
           {"id":"customfield_5","name":"Assets","custom":true,"schema":{"type":"array","items":"cmdb-object-field"}},
           {"id":"customfield_6","name":"Groups","custom":true,"schema":{"type":"array","items":"group"}},
           {"id":"customfield_7","name":"One","custom":true,"schema":{"type":"option"}},
           {"id":"customfield_8","name":"SLA","custom":true,"schema":{"type":"sd-servicelevelagreement"}}]
          """);
  private static final IssueRows ROWS = new IssueRows(FIELDS, Set.of("issue_multivalue"));

  @Test
  void everyListOfAnIssueHasARowForEachOfItsValues() {
    assertThat(
            values(
                """
                {"labels":["q1","tv"],
                 "components":[{"id":"5","name":"Web"}],
                 "fixVersions":[{"id":6,"name":"v1","archived":true},{"id":"7","name":"v2"}],
                 "versions":[{"id":"8","name":"v0"}],
                 "customfield_1":[{"self":"s","id":"1","value":"TV","disabled":true}],
                 "customfield_2":[{"accountId":"a1","displayName":"Ann"},{"name":"bob","key":"JIRAUSER2","displayName":"Bob"}],
                 "customfield_3":[{"id":31,"name":"S 1","state":"active"},"com.atlassian.greenhopper.service.sprint.Sprint@1f[id=32,state=CLOSED,name=S, 2,goal=]"],
                 "customfield_4":["x",7,true],
                 "customfield_5":[{"workspaceId":"w","id":"w:1","objectId":"1"},["odd"]],
                 "customfield_6":[{"name":"staff","groupId":"g"},{"name":"old"}],
                 "customfield_7":{"id":"1","value":"TV"},"customfield_8":{"id":"9"},"customfield_9":["unknown"]}
                """))
        .containsExactly(
            "labels labels 0 null q1",
            "labels labels 1 null tv",
            "components components 0 5 Web",
            "fixVersions fix_versions 0 6 v1",
            "fixVersions fix_versions 1 7 v2",
            "versions affects_versions 0 8 v0",
            "customfield_1 channels 0 1 TV",
            "customfield_2 team 0 a1 Ann",
            "customfield_2 team 1 JIRAUSER2 Bob",
            "customfield_3 sprint 0 31 S 1",
            "customfield_3 sprint 1 32 S, 2",
            "customfield_4 tags 0 null x",
            "customfield_4 tags 1 null 7",
            "customfield_4 tags 2 null true",
            "customfield_5 assets 0 w:1 {\"workspaceId\":\"w\",\"id\":\"w:1\",\"objectId\":\"1\"}",
            "customfield_5 assets 1 null [\"odd\"]",
            "customfield_6 groups_6 0 g staff",
            "customfield_6 groups_6 1 old old");
  }

  @Test
  void valueThatDoesNotFitKeepsItsPlace() {
    assertThat(
            values(
                """
                {"labels":["a",null,{"b":1}],"components":[{"self":"x"},"plain"],"customfield_3":["no sprint"],
                 "fixVersions":null,"versions":"v1","customfield_1":[]}
                """))
        .containsExactly(
            "labels labels 0 null a",
            "labels labels 1 null null",
            "labels labels 2 null {\"b\":1}",
            "components components 0 null {\"self\":\"x\"}",
            "components components 1 null plain",
            "customfield_3 sprint 0 null no sprint");
  }

  private static List<String> values(String fields) {
    return ROWS.extract(issue(fields), LINEAGE).rows().stream()
        .map(row -> text(row.record()))
        .toList();
  }

  private static String text(GenericRecord row) {
    assertThat(row.get("issue_id")).isEqualTo("10");
    return row.get("field_id")
        + " "
        + row.get("column_name")
        + " "
        + row.get("position")
        + " "
        + row.get("value_id")
        + " "
        + row.get("value");
  }
}
