package dev.sluice.schemas.avro;

import dev.sluice.schemas.field.JiraField;
import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.type.ListOf;
import dev.sluice.schemas.type.Member;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.type.Struct;
import dev.sluice.schemas.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * The Avro schema of a table. Equal tables give equal JSON text, and the text parses to an equal
 * schema. Every field is a union with null that defaults to null, but keys are not; a custom field
 * carries {@code jira.field.id}, {@code jira.field.name} and {@code jira.field.type} as properties;
 * a JSON column is a string with {@code "sluice.type": "json"}.
 */
public final class AvroSchemas {

  /** Namespace of every table. */
  public static final String NAMESPACE = "dev.sluice";

  private static final String STRUCT_NAMESPACE = NAMESPACE + ".type";

  private final Stage stage;

  /** Avro wants a record defined at its first use and named at the others. */
  private final Map<String, Schema> structs = new HashMap<>();

  private AvroSchemas(Stage stage) {
    this.stage = stage;
  }

  /** Returns the schema of the table's rows at a stage; its fields are the columns, in order. */
  public static Schema of(Table table, Stage stage) {
    return new AvroSchemas(stage).record(table);
  }

  private Schema record(Table table) {
    List<Schema.Field> fields = new ArrayList<>();
    for (Column column : table.columns()) {
      Schema type = schema(column.type());
      Schema.Field field =
          column.required()
              ? new Schema.Field(column.name(), type, column.doc())
              : new Schema.Field(
                  column.name(), nullable(type), column.doc(), JsonProperties.NULL_VALUE);
      column.fieldId().ifPresent(id -> field.addProp("jira.field.id", id));
      column.field().ifPresent(jiraField -> describe(field, jiraField));
      fields.add(field);
    }
    return Schema.createRecord(table.name(), null, NAMESPACE, false, fields);
  }

  private static void describe(Schema.Field field, JiraField jiraField) {
    field.addProp("jira.field.name", jiraField.name());
    field.addProp("jira.field.type", jiraField.typeInWords());
  }

  private Schema schema(Type type) {
    if (type instanceof ListOf list) {
      return Schema.createArray(schema(list.element()));
    }
    return type instanceof Struct struct ? struct(struct) : scalar((Scalar) type);
  }

  private Schema struct(Struct struct) {
    Schema known = structs.get(struct.name());
    if (known != null) {
      return known;
    }
    List<Schema.Field> fields = new ArrayList<>();
    for (Member member : struct.members()) {
      Schema type = nullable(schema(member.type()));
      fields.add(new Schema.Field(member.name(), type, null, JsonProperties.NULL_VALUE));
    }
    Schema schema = Schema.createRecord(struct.name(), null, STRUCT_NAMESPACE, false, fields);
    structs.put(struct.name(), schema);
    return schema;
  }

  private Schema scalar(Scalar type) {
    return switch (type) {
      case STRING -> Schema.create(Schema.Type.STRING);
      case LONG -> Schema.create(Schema.Type.LONG);
      case DOUBLE -> Schema.create(Schema.Type.DOUBLE);
      case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
      case DATE -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
      case TIMESTAMP ->
          stage == Stage.AS_SENT
              ? Schema.create(Schema.Type.STRING)
              : LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
      case JSON -> json();
    };
  }

  private static Schema json() {
    Schema schema = Schema.create(Schema.Type.STRING);
    schema.addProp("sluice.type", "json");
    return schema;
  }

  private static Schema nullable(Schema schema) {
    return Schema.createUnion(Schema.create(Schema.Type.NULL), schema);
  }
}
