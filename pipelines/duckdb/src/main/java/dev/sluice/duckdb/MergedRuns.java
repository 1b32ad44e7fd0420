package dev.sluice.duckdb;

import dev.sluice.schemas.layout.Manifest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/** The runs the database holds, as it says itself. */
final class MergedRuns {

  static final String TABLE = "_sluice.merged_run";

  /** The runs in the order in which they ended, by which ties between rows are decided. */
  static final String ORDERED =
      "(SELECT run_id, finished_at, row_number() OVER (ORDER BY finished_at, run_id) AS place FROM "
          + TABLE
          + ")";

  private final DuckDBConnection connection;

  MergedRuns(DuckDBConnection connection) {
    this.connection = connection;
  }

  Set<String> ids() throws SQLException {
    Database.execute(
        connection,
        "CREATE SCHEMA IF NOT EXISTS _sluice",
        "CREATE TABLE IF NOT EXISTS " + TABLE + "(run_id VARCHAR, finished_at TIMESTAMP)");
    Set<String> ids = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT run_id FROM " + TABLE)) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  /**
   * Notes that the database holds these now; they are in temporary table {@code merge_batch} as
   * well.
   */
  void add(List<Manifest> manifests) throws SQLException {
    Database.execute(connection, "CREATE OR REPLACE TEMP TABLE merge_batch(run_id VARCHAR)");
    try (PreparedStatement merged =
            connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?, ?)");
        PreparedStatement batch =
            connection.prepareStatement("INSERT INTO merge_batch VALUES (?)")) {
      for (Manifest manifest : manifests) {
        merged.setString(1, manifest.runId());
        merged.setObject(2, LocalDateTime.ofInstant(manifest.finishedAt(), ZoneOffset.UTC));
        merged.executeUpdate();
        batch.setString(1, manifest.runId());
        batch.executeUpdate();
      }
    }
  }
}
