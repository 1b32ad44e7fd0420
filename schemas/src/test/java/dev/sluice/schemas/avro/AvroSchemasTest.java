package dev.sluice.schemas.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.field.FieldColumn;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.JiraField;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import dev.sluice.schemas.type.ListOf;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.type.Structs;
import dev.sluice.schemas.type.Type;
import java.util.List;
import java.util.Optional;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AvroSchemasTest {

  private static final FieldColumns FIELDS =
      new FieldColumns(
          List.of(
              column(1, "Budget \"net\"", "budget", Scalar.DOUBLE),
              column(2, "Owner", "owner", Structs.USER),
              column(3, "Owners", "owners", new ListOf(Structs.USER)),
              column(4, "Region", "region", Structs.CASCADING),
              column(5, "Channel", "channel", Structs.OPTION),
              column(6, "Sprint", "sprint", new ListOf(Structs.SPRINT)),
              column(7, "Anything", "anything", Scalar.JSON),
              column(8, "Launch", "launch", Scalar.TIMESTAMP),
              column(9, "Day", "day", Scalar.DATE)));

  @ParameterizedTest
  @EnumSource(Stage.class)
  void everySchemaParsesAgainAndIsAlwaysTheSame(Stage stage) {
    for (Table table : Tables.all(FIELDS)) {
      Schema schema = AvroSchemas.of(table, stage);
      assertThat(new Schema.Parser().parse(schema.toString())).isEqualTo(schema);
      assertThat(AvroSchemas.of(table, stage)).hasToString(schema.toString());
      assertThat(schema.getFields())
          .extracting(Schema.Field::name)
          .containsExactlyElementsOf(
              table.columns().stream().map(column -> column.name()).toList());
    }
  }

  @Test
  void customFieldCarriesItsIdentity() {
    Schema.Field field = AvroSchemas.of(Tables.issue(FIELDS), Stage.UTC).getField("budget");
    assertThat(field.doc()).isEqualTo("customfield_1 'Budget \"net\"' (number, float)");
    assertThat(field.getProp("jira.field.id")).isEqualTo("customfield_1");
    assertThat(field.getProp("jira.field.name")).isEqualTo("Budget \"net\"");
    assertThat(field.getProp("jira.field.type")).isEqualTo("number, float");
    assertThat(field.defaultVal()).isEqualTo(JsonProperties.NULL_VALUE);
  }

  @Test
  void stampsAreTextUntilTheyAreUtc() {
    assertThat(type("launch", Stage.AS_SENT)).isEqualTo("[\"null\",\"string\"]");
    assertThat(type("launch", Stage.UTC))
        .isEqualTo("[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}]");
    assertThat(type("sprint", Stage.UTC)).contains("timestamp-micros");
    assertThat(type("sprint", Stage.AS_SENT)).doesNotContain("timestamp-micros");
  }

  @Test
  void daysAndJsonSayWhatTheyAre() {
    assertThat(type("day", Stage.AS_SENT))
        .isEqualTo("[\"null\",{\"type\":\"int\",\"logicalType\":\"date\"}]");
    assertThat(type("anything", Stage.UTC))
        .isEqualTo("[\"null\",{\"type\":\"string\",\"sluice.type\":\"json\"}]");
  }

  @Test
  void keysAreNeverNull() {
    Schema schema = AvroSchemas.of(Tables.SHARD, Stage.UTC);
    assertThat(schema.getField("run_id").schema().getType()).isEqualTo(Schema.Type.STRING);
    assertThat(schema.getField("shard_id").schema().getType()).isEqualTo(Schema.Type.STRING);
    assertThat(schema.getField("jql").schema().isNullable()).isTrue();
    assertThat(schema.getFullName()).isEqualTo("dev.sluice._shard");
  }

  private static String type(String column, Stage stage) {
    return AvroSchemas.of(Tables.issue(FIELDS), stage).getField(column).schema().toString();
  }

  private static FieldColumn column(int number, String name, String column, Type type) {
    JiraField field =
        new JiraField(
            "customfield_" + number,
            name,
            true,
            Optional.of("number"),
            Optional.empty(),
            Optional.of("com.atlassian.jira.plugin.system.customfieldtypes:float"),
            Optional.empty(),
            Optional.empty());
    return new FieldColumn(field, column, type);
  }
}
