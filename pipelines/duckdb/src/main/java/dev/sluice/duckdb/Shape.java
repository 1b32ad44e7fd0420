package dev.sluice.duckdb;

import dev.sluice.schemas.avro.AvroSchemas;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * A table as it stands in the database: the columns of its newest file in their order, then those
 * that only older files had, then the marks of deletion. A column keeps its name and type for ever.
 */
record Shape(String table, List<ShapedColumn> columns) {

  static final String DELETED = "_deleted";
  static final String DELETED_AT = "_deleted_at";

  private static final List<ShapedColumn> MARKS =
      List.of(
          new ShapedColumn(DELETED, "BOOLEAN", "Whether its issue is gone from Jira."),
          new ShapedColumn(DELETED_AT, "TIMESTAMP", "When that was seen, UTC."));

  Shape {
    columns = List.copyOf(columns);
  }

  /** A column; what it means is shown by whatever lists the columns of the database. */
  record ShapedColumn(String name, String type, String comment) {

    /** DuckDB puts some names of members in quotes; none that we use needs them. */
    ShapedColumn {
      type = type.replace("\"", "");
    }
  }

  /**
   * Puts together what files of one table need.
   *
   * @param newestFirst the schemas of files that are to be taken in
   * @param existing the columns the database has already
   */
  static Shape of(Table declared, List<Schema> newestFirst, List<ShapedColumn> existing) {
    Map<String, ShapedColumn> columns = new LinkedHashMap<>();
    newestFirst.forEach(schema -> add(schema, columns));
    existing.forEach(column -> columns.putIfAbsent(column.name(), column));
    add(AvroSchemas.of(declared, Stage.UTC), columns);
    MARKS.forEach(mark -> columns.remove(mark.name()));
    List<ShapedColumn> shaped = new ArrayList<>(columns.values());
    if (isMerged(declared)) {
      shaped.addAll(MARKS);
    }
    return new Shape(declared.name(), shaped);
  }

  /** Whether rows of the table are marked as deleted: those about the load never are. */
  private static boolean isMerged(Table table) {
    return !table.name().startsWith("_");
  }

  List<String> names() {
    return columns.stream().map(ShapedColumn::name).toList();
  }

  private static void add(Schema schema, Map<String, ShapedColumn> columns) {
    for (Schema.Field field : schema.getFields()) {
      String comment = field.doc() == null ? "" : field.doc();
      columns.putIfAbsent(
          field.name(), new ShapedColumn(field.name(), ColumnType.of(field.schema()), comment));
    }
  }
}
