package dev.sluice.schemas.sql;

import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.type.ListOf;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.type.Struct;
import dev.sluice.schemas.type.Type;
import java.util.stream.Collectors;

/** A table in the SQL of DuckDB. */
public final class DuckDbTable {

  private DuckDbTable() {}

  /** Returns the statement that makes the table, a line a column. */
  public static String create(Table table) {
    return table.columns().stream()
        .map(DuckDbTable::declaration)
        .collect(Collectors.joining(",\n", "CREATE TABLE \"" + table.name() + "\" (\n", "\n);"));
  }

  private static String declaration(Column column) {
    return "  \""
        + column.name()
        + "\" "
        + type(column.type())
        + (column.required() ? " NOT NULL" : "");
  }

  static String type(Type type) {
    if (type instanceof ListOf list) {
      return type(list.element()) + "[]";
    }
    if (type instanceof Struct struct) {
      return struct.members().stream()
          .map(member -> "\"" + member.name() + "\" " + type(member.type()))
          .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }
    return switch ((Scalar) type) {
      case STRING -> "VARCHAR";
      case LONG -> "BIGINT";
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case TIMESTAMP -> "TIMESTAMP";
      case DATE -> "DATE";
      case JSON -> "JSON";
    };
  }
}
