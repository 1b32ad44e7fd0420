package dev.sluice.schemas.sql;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.type.ListOf;
import dev.sluice.schemas.type.Member;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.type.Struct;
import dev.sluice.schemas.type.Type;

/** A table as BigQuery's schema files say it. */
public final class BigQueryTable {

  /** BigQuery takes no longer description of a column. */
  private static final int LONGEST_DESCRIPTION = 1024;

  private BigQueryTable() {}

  /** Returns the columns as the JSON that {@code bq mk --schema} reads. */
  public static ArrayNode schema(Table table) {
    ArrayNode columns = JsonNodeFactory.instance.arrayNode();
    for (Column column : table.columns()) {
      ObjectNode node = column(columns, column.name(), column.type());
      if (column.required()) {
        node.put("mode", "REQUIRED");
      }
      node.put("description", shortened(column.doc()));
    }
    return columns;
  }

  private static ObjectNode column(ArrayNode columns, String name, Type type) {
    Type element = type instanceof ListOf list ? list.element() : type;
    ObjectNode node = columns.addObject().put("name", name).put("type", word(element));
    node.put("mode", type instanceof ListOf ? "REPEATED" : "NULLABLE");
    if (element instanceof Struct struct) {
      ArrayNode members = node.putArray("fields");
      for (Member member : struct.members()) {
        column(members, member.name(), member.type());
      }
    }
    return node;
  }

  private static String word(Type type) {
    if (!(type instanceof Scalar scalar)) {
      return "RECORD";
    }
    return switch (scalar) {
      case STRING -> "STRING";
      case LONG -> "INT64";
      case DOUBLE -> "FLOAT64";
      case BOOLEAN -> "BOOL";
      case TIMESTAMP -> "TIMESTAMP";
      case DATE -> "DATE";
      case JSON -> "JSON";
    };
  }

  private static String shortened(String doc) {
    return doc.length() <= LONGEST_DESCRIPTION ? doc : doc.substring(0, LONGEST_DESCRIPTION);
  }
}
