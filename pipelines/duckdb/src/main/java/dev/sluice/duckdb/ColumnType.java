package dev.sluice.duckdb;

import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * The type of a column in DuckDB. An instant is a {@code TIMESTAMP} that holds UTC: one with a zone
 * would be shown in that of whoever looks.
 */
final class ColumnType {

  private ColumnType() {}

  /** The type for what a table's Avro schema has at one of its fields. */
  static String of(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> of(present(schema));
      case STRING -> "json".equals(schema.getProp("sluice.type")) ? "JSON" : "VARCHAR";
      case INT -> schema.getLogicalType() instanceof LogicalTypes.Date ? "DATE" : "INTEGER";
      case LONG -> schema.getLogicalType() == null ? "BIGINT" : "TIMESTAMP";
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case ARRAY -> of(schema.getElementType()) + "[]";
      case RECORD -> struct(schema);
      default -> throw new IllegalArgumentException("no column is of Avro type " + schema);
    };
  }

  /** The type of a union with null when the value is there. */
  static Schema present(Schema union) {
    return union.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column is of Avro type " + union));
  }

  private static String struct(Schema schema) {
    return schema.getFields().stream()
        .map(field -> field.name() + " " + of(field.schema()))
        .collect(Collectors.joining(", ", "STRUCT(", ")"));
  }
}
