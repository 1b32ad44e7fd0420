package dev.sluice.gcp;

import com.google.api.services.bigquery.model.TableFieldSchema;
import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.type.ListOf;
import dev.sluice.schemas.type.Member;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.type.Struct;
import dev.sluice.schemas.type.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The types of columns in BigQuery.
 *
 * <p>JSON is JSON in a table. It is text inside of lists and records, and in the staging tables
 * that files are loaded into: Avro has no JSON, and a load job takes text for nothing else.
 */
enum BigQueryType {
  STRING,
  INTEGER("INT64"),
  FLOAT("FLOAT64"),
  BOOLEAN("BOOL"),
  TIMESTAMP,
  DATE,
  JSON,
  RECORD("STRUCT");

  private final String standard;

  BigQueryType() {
    this.standard = name();
  }

  BigQueryType(String standard) {
    this.standard = standard;
  }

  /** The type that a name stands for; both dialects name the same types differently. */
  static boolean same(String left, String right) {
    return canonical(left).equals(canonical(right));
  }

  /** Whether it is the type of a column that rows may have. */
  static boolean isKnown(String name) {
    return Arrays.stream(values()).anyMatch(type -> same(type.name(), name));
  }

  private static String canonical(String name) {
    for (BigQueryType type : values()) {
      if (type.name().equals(name) || type.standard.equals(name)) {
        return type.name();
      }
    }
    return name;
  }

  /** The column of a table that people query. */
  static TableFieldSchema ofTarget(Column column) {
    return described(column, column.type());
  }

  /** The column of a table that files are loaded into. */
  static TableFieldSchema ofStaging(Column column) {
    return described(column, column.type() == Scalar.JSON ? Scalar.STRING : column.type());
  }

  private static TableFieldSchema described(Column column, Type type) {
    TableFieldSchema field = field(column.name(), type).setDescription(shortened(column.doc()));
    return column.required() ? field.setMode("REQUIRED") : field;
  }

  /** The longest description that BigQuery takes has 1,024 characters. */
  private static String shortened(String doc) {
    return doc.length() <= 1024 ? doc : doc.substring(0, 1021) + "...";
  }

  private static TableFieldSchema field(String name, Type type) {
    if (type instanceof ListOf list) {
      return field(name, nested(list.element())).setMode("REPEATED");
    }
    TableFieldSchema field = new TableFieldSchema().setName(name).setMode("NULLABLE");
    if (type instanceof Struct struct) {
      return field.setType(RECORD.name()).setFields(members(struct));
    }
    return field.setType(scalar((Scalar) type).name());
  }

  private static List<TableFieldSchema> members(Struct struct) {
    return struct.members().stream()
        .map((Member member) -> field(member.name(), nested(member.type())))
        .toList();
  }

  private static Type nested(Type type) {
    return type == Scalar.JSON ? Scalar.STRING : type;
  }

  private static BigQueryType scalar(Scalar type) {
    return switch (type) {
      case STRING -> STRING;
      case LONG -> INTEGER;
      case DOUBLE -> FLOAT;
      case BOOLEAN -> BOOLEAN;
      case TIMESTAMP -> TIMESTAMP;
      case DATE -> DATE;
      case JSON -> JSON;
    };
  }

  /** The type as a statement writes it, such as {@code ARRAY<STRUCT<`id` STRING>>}. */
  static String text(TableFieldSchema field) {
    String one =
        field.getFields() == null
            ? valueOf(canonical(field.getType())).standard
            : field.getFields().stream()
                .map(member -> "`" + member.getName() + "` " + text(member))
                .collect(Collectors.joining(", ", "STRUCT<", ">"));
    return "REPEATED".equals(field.getMode()) ? "ARRAY<" + one + ">" : one;
  }
}
