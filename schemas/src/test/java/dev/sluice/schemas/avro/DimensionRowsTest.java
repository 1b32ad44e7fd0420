package dev.sluice.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.table.Lineage;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DimensionRowsTest {

  private static final Lineage LINEAGE = new Lineage("acme", "r", "s", Instant.EPOCH);

  private final DimensionRows rows = new DimensionRows();

  @Test
  void projectOfCloud() throws JsonProcessingException {
    Row row =
        rows.of(
            Tables.PROJECT,
            json(
                """
                {"id":10007,"key":"MK","name":"Marketing","lead":{"accountId":"a","displayName":"Ann"},
                 "projectCategory":{"id":"1","name":"Brand"},"projectTypeKey":"business","style":"next-gen",
                 "isPrivate":true,"archived":"maybe","insight":{"totalIssueCount":4}}
                """),
            LINEAGE);
    assertThat(row)
        .hasToString(
            "Row[table=project, record={\"id\": \"10007\", \"key\": \"MK\", \"name\": \"Marketing\","
                + " \"description\": null, \"lead_id\": \"a\", \"lead\": \"Ann\","
                + " \"category\": \"Brand\", \"project_type\": \"business\","
                + " \"style\": \"next-gen\", \"is_private\": true, \"is_archived\": null,"
                + " \"url\": null, \"_site\": \"acme\", \"_run_id\": \"r\", \"_shard_id\": \"s\","
                + " \"_read_at\": \"1970-01-01T00:00:00Z\"}]");
  }

  /** Lines are: table; JSON of Jira; the columns that are filled. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          component|{"self":"x","id":"10047","name":"Web","description":"d","lead":{"accountId":"a1"},"project":"MK","projectId":10007}|id=10047 project_id=10007 name=Web description=d lead_id=a1
          component|{"id":"10047","name":"Web","lead":{"key":"JIRAUSER1","name":"ann"},"assigneeType":"PROJECT_LEAD"}|id=10047 name=Web lead_id=JIRAUSER1
          version|{"id":"1","name":"v1","archived":false,"released":true,"overdue":false,"startDate":"2026-01-01","releaseDate":"2026-02-28","userReleaseDate":"28/feb./26","projectId":10007}|id=1 project_id=10007 name=v1 is_archived=false is_released=true is_overdue=false start_date=20454 release_date=20512
          version|{"id":2,"name":"v2","releaseDate":"28/feb./26","description":""}|id=2 name=v2 description=
          user|{"accountId":"5b:1","accountType":"atlassian","displayName":"Ann","emailAddress":"a@b.invalid","active":true,"timeZone":"Europe/Berlin","locale":"de_DE","key":"","name":""}|id=5b:1 display_name=Ann email=a@b.invalid is_active=true account_type=atlassian time_zone=Europe/Berlin locale=de_DE
          user|{"key":"JIRAUSER1","name":"ann","displayName":"Ann","active":false}|id=JIRAUSER1 display_name=Ann is_active=false
          status|{"id":"3","name":"Doing","untranslatedName":"Doing","description":"","statusCategory":{"id":4,"key":"indeterminate"},"scope":{"type":"PROJECT","project":{"id":"10007"}}}|id=3 name=Doing description= status_category=indeterminate project_id=10007
          status|{"id":"1","name":"Open","statusCategory":"TODO"}|id=1 name=Open
          issue_type|{"id":"10000","name":"Epic","subtask":false,"hierarchyLevel":1,"scope":{"type":"PROJECT","project":{"id":"10007"}}}|id=10000 name=Epic is_subtask=false hierarchy_level=1 project_id=10007
          issue_type|{"id":"5","name":"Sub-task","description":"d","subtask":true}|id=5 name=Sub-task description=d is_subtask=true
          priority|{"id":"1","name":"High","description":"d","statusColor":"#d04437"}|id=1 name=High description=d
          resolution|{"id":"10000","name":"Done","isDefault":false}|id=10000 name=Done
          board|{"id":1,"name":"IT board","type":"scrum","location":{"projectId":10000,"projectKey":"IT"}}|id=1 name=IT board type=scrum project_id=10000 project_key=IT
          board|{"id":2,"name":"Old","type":"kanban"}|id=2 name=Old type=kanban
          sprint|{"id":7,"state":"closed","name":"S 7","startDate":"2020-06-12T00:38:51.882Z","endDate":"2020-06-26T10:38:00.000+10:00","completeDate":"2020-06-22T05:59:58.980Z","originBoardId":8,"goal":""}|id=7 name=S 7 state=closed goal= board_id=8 start_date=2020-06-12T00:38:51.882Z end_date=2020-06-26T10:38:00.000+10:00 complete_date=2020-06-22T05:59:58.980Z
          sprint|{"id":8,"state":"future","name":"S 8","originBoardId":8}|id=8 name=S 8 state=future board_id=8
          """)
  void objectsOfBothEditions(String table, String answer, String expected)
      throws JsonProcessingException {
    Table declared =
        Tables.all(FieldColumns.none()).stream()
            .filter(candidate -> candidate.name().equals(table))
            .findFirst()
            .orElseThrow();
    GenericRecord row = rows.of(declared, json(answer), LINEAGE).record();
    String filled =
        declared.columns().stream()
            .filter(column -> !column.name().startsWith("_") && row.get(column.name()) != null)
            .map(column -> column.name() + "=" + row.get(column.name()))
            .collect(Collectors.joining(" "));
    assertThat(filled).isEqualTo(expected.strip());
  }

  @Test
  void projectWithoutAnIdIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rows.of(Tables.PROJECT, json("{\"key\":\"MK\"}"), LINEAGE))
        .withMessage("a project without id");
    assertThatIllegalArgumentException().isThrownBy(() -> rows.of(Tables.RUN, json("{}"), LINEAGE));
  }

  @Test
  void fieldsNameTheColumnsThatCarryThem() throws JsonProcessingException {
    FieldCatalogue catalogue =
        FieldCatalogue.parse(
            json(
                """
                [{"id":"duedate","name":"Due","custom":false,"schema":{"type":"date","system":"duedate"}},
                 {"id":"comment","name":"Comment","custom":false},
                 {"id":"customfield_1","name":"Channels","custom":true,"schema":{"type":"array","items":"option","custom":"a:b"}}]
                """));
    FieldColumns columns = Tables.columnNames().assign(catalogue, FieldRegistry.empty(), Map.of());
    List<Row> fields = rows.fields(catalogue, columns, LINEAGE);
    assertThat(fields)
        .extracting(row -> row.record().get("id") + " " + row.record().get("column_name"))
        .containsExactly("customfield_1 channels", "comment null", "duedate due_date");
    assertThat(fields.get(0).record().toString())
        .contains("\"is_custom\": true, \"is_array\": true, \"schema_type\": \"array\"")
        .contains("\"schema_items\": \"option\", \"schema_custom\": \"a:b\"");
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}
