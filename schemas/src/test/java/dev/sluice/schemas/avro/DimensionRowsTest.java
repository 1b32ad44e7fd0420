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
import dev.sluice.schemas.table.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
