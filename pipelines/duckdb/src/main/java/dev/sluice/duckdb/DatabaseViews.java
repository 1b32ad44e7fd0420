package dev.sluice.duckdb;

import dev.sluice.schemas.view.Dialect;
import dev.sluice.schemas.view.MartColumns;
import dev.sluice.schemas.view.View;
import dev.sluice.schemas.view.Views;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/** Writes the views into the database, as this version has them. */
final class DatabaseViews {

  private final DuckDBConnection connection;
  private final MartColumns marts;

  DatabaseViews(DuckDBConnection connection, MartColumns marts) {
    this.connection = connection;
    this.marts = marts;
  }

  void replace(List<Shape> shapes) throws SQLException {
    List<String> columns =
        shapes.stream()
            .filter(shape -> shape.table().equals("issue"))
            .flatMap(shape -> shape.names().stream())
            .toList();
    MartColumns found = marts.among(columns);
    Map<String, String> known = known();
    for (View view : Views.all()) {
      String schema = Sql.name(view.schema());
      String name = schema + "." + Sql.name(view.name());
      String sql = view.sql(Dialect.DUCKDB, DatabaseViews::ofMain, found);
      if (!sql.equals(known.get(name))) {
        Database.execute(
            connection,
            "CREATE SCHEMA IF NOT EXISTS " + schema,
            "CREATE OR REPLACE VIEW " + name + " AS " + sql,
            "COMMENT ON VIEW " + name + " IS " + Sql.text(view.question()),
            "DELETE FROM _sluice.view_text WHERE name = " + Sql.text(name),
            "INSERT INTO _sluice.view_text VALUES (" + Sql.text(name) + ", " + Sql.text(sql) + ")");
      }
    }
  }

  /** The texts the views were made of: making them anew takes longer than a small merge. */
  private Map<String, String> known() throws SQLException {
    Database.execute(
        connection, "CREATE TABLE IF NOT EXISTS _sluice.view_text(name VARCHAR, text VARCHAR)");
    Map<String, String> known = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name, text FROM _sluice.view_text")) {
      while (rows.next()) {
        known.put(rows.getString(1), rows.getString(2));
      }
    }
    return known;
  }

  /** With its schema: a view of the same name in another one means the table, not itself. */
  private static String ofMain(String name) {
    return Sql.name(Views.MAIN) + "." + Sql.name(name);
  }
}
