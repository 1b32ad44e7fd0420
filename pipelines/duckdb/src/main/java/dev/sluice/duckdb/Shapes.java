package dev.sluice.duckdb;

import dev.sluice.duckdb.Shape.ShapedColumn;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.store.PublishedRuns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.duckdb.DuckDBConnection;

/** Makes the tables of the database wide enough for the files that are to go into them. */
final class Shapes {

  private final DuckDBConnection connection;
  private final PublishedRuns runs;

  Shapes(DuckDBConnection connection, PublishedRuns runs) {
    this.connection = connection;
    this.runs = runs;
  }

  /** Every table, with columns for all that these runs have written. */
  List<Shape> prepare(List<Manifest> manifests) throws SQLException {
    Map<String, List<ShapedColumn>> existing = existing();
    List<Shape> shapes = new ArrayList<>();
    for (Table table : Tables.all(FieldColumns.none())) {
      List<ShapedColumn> before = existing.getOrDefault(table.name(), List.of());
      Shape shape = Shape.of(table, newestFirst(manifests, table.name()), before);
      if (!before.equals(shape.columns())) {
        change(table, before, shape);
      }
      shapes.add(shape);
    }
    return shapes;
  }

  /** A place of its own for each column: one that was added later stands where it belongs. */
  private void change(Table table, List<ShapedColumn> before, Shape shape) throws SQLException {
    String name = Sql.name(table.name());
    if (!definitions(before).equals(definitions(shape.columns()))) {
      String draft = Sql.name(table.name() + "__draft");
      Database.execute(
          connection,
          "CREATE TABLE " + draft + "(" + String.join(", ", definitions(shape.columns())) + ")");
      if (!before.isEmpty()) {
        String kept = before.stream().map(c -> Sql.name(c.name())).collect(Collectors.joining(","));
        Database.execute(
            connection,
            "INSERT INTO " + draft + "(" + kept + ") SELECT " + kept + " FROM " + name,
            "DROP TABLE " + name);
      }
      Database.execute(
          connection,
          "ALTER TABLE " + draft + " RENAME TO " + name,
          "COMMENT ON TABLE " + name + " IS " + Sql.text(table.doc()));
      before = List.of();
    }
    for (ShapedColumn column : shape.columns()) {
      if (!before.contains(column) && !column.comment().isEmpty()) {
        Database.execute(
            connection,
            "COMMENT ON COLUMN %s.%s IS %s"
                .formatted(name, Sql.name(column.name()), Sql.text(column.comment())));
      }
    }
  }

  private static List<String> definitions(List<ShapedColumn> columns) {
    return columns.stream().map(column -> Sql.name(column.name()) + " " + column.type()).toList();
  }

  private Map<String, List<ShapedColumn>> existing() throws SQLException {
    Map<String, List<ShapedColumn>> tables = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet columns =
            statement.executeQuery(
                "SELECT c.table_name, c.column_name, c.data_type, coalesce(c.comment, '')"
                    + " FROM duckdb_columns() c JOIN duckdb_tables() t USING (table_oid)"
                    + " WHERE c.schema_name = 'main' AND c.database_name = current_database()"
                    + " AND t.database_name = current_database() AND NOT t.temporary"
                    + " ORDER BY c.table_name, c.column_index")) {
      while (columns.next()) {
        tables
            .computeIfAbsent(columns.getString(1), name -> new ArrayList<>())
            .add(
                new ShapedColumn(columns.getString(2), columns.getString(3), columns.getString(4)));
      }
    }
    return tables;
  }

  private List<Schema> newestFirst(List<Manifest> manifests, String table) {
    Set<String> seen = new HashSet<>();
    List<Schema> schemas = new ArrayList<>();
    for (int run = manifests.size() - 1; run >= 0; run--) {
      for (Manifest.DataFile file : manifests.get(run).table(table).files()) {
        if (seen.add(file.schema())) {
          schemas.add(runs.schema(file));
        }
      }
    }
    return schemas;
  }
}
