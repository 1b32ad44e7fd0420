package dev.sluice.duckdb;

import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * Leaves of every row what is current, after the rows of a batch of runs were added to those before
 * them: of an issue the newest row, by {@code updated}, then {@code _read_at}, then the later run;
 * of what hangs on it the rows that were read together with that one; marks on what a tombstone
 * says is gone, unless a run has read it since.
 */
final class Currency {

  private static final List<String> CHILDREN =
      Tables.fromIssues(FieldColumns.none()).stream()
          .map(table -> table.declaration().table().name())
          .filter(name -> !name.equals("issue"))
          .toList();

  private static final String PEOPLE =
      """
      DELETE FROM "user" WHERE rowid IN (
        SELECT person.rowid
        FROM "user" AS person
        JOIN %s AS run ON run.run_id = person._run_id
        QUALIFY row_number() OVER (
          PARTITION BY person.id ORDER BY run.place DESC, person.rowid) > 1)
      """
          .formatted(MergedRuns.ORDERED);

  private static final String VERSIONS =
      """
      CREATE OR REPLACE TEMP TABLE merge_version AS
      SELECT issue.rowid AS row_id, issue.id, issue._run_id, issue._shard_id, issue._read_at, run.place,
        row_number() OVER (
          PARTITION BY issue.id
          ORDER BY issue.updated DESC NULLS LAST, issue._read_at DESC NULLS LAST, run.place DESC,
            issue.rowid DESC) AS age
      FROM issue
      JOIN %s AS run ON run.run_id = issue._run_id
      WHERE issue.id IN (
        SELECT id FROM issue WHERE _run_id IN (SELECT run_id FROM merge_batch)
        UNION ALL
        SELECT issue_id FROM _tombstone WHERE run_id IN (SELECT run_id FROM merge_batch))
      """
          .formatted(MergedRuns.ORDERED);

  private static final String KEPT =
      """
      CREATE OR REPLACE TEMP TABLE merge_kept AS
      SELECT id, _run_id, _shard_id FROM merge_version
      WHERE age = 1 AND id IN (SELECT id FROM merge_version WHERE age = 2)
      """;

  /** Jira tells whole seconds only: within one, the later run is after the earlier. */
  private static final String FATE =
      """
      CREATE OR REPLACE TEMP TABLE merge_fate AS
      WITH gone AS (
        SELECT stone.issue_id AS id, coalesce(stone.detected_at, run.finished_at) AS detected_at,
          run.place
        FROM _tombstone AS stone
        JOIN %s AS run USING (run_id)),
      seen AS (
        SELECT id, _read_at, place FROM merge_version
        QUALIFY row_number() OVER (
          PARTITION BY id ORDER BY _read_at DESC NULLS LAST, place DESC) = 1)
      SELECT id, deleted, CASE WHEN deleted THEN detected_at END AS deleted_at
      FROM (
        SELECT gone.id, gone.detected_at,
          NOT coalesce(
            seen._read_at > gone.detected_at
              OR (seen._read_at = gone.detected_at AND seen.place > gone.place),
            false) AS deleted
        FROM gone JOIN seen USING (id)) AS judged
      """
          .formatted(MergedRuns.ORDERED);

  private final DuckDBConnection connection;

  Currency(DuckDBConnection connection) {
    this.connection = connection;
  }

  /** Settles everything the runs in temporary table {@code merge_batch} have brought. */
  void settle() throws SQLException {
    keepLastRowAKey(Tables.TOMBSTONE);
    keepLastRowAKey(Tables.FIELD_COLUMN);
    Database.execute(connection, PEOPLE);
    Database.execute(connection, VERSIONS, KEPT, FATE);
    Database.execute(
        connection,
        "DELETE FROM issue WHERE rowid IN (SELECT row_id FROM merge_version WHERE age > 1)");
    if (isAny("merge_kept")) {
      for (String child : CHILDREN) {
        Database.execute(
            connection,
            """
            DELETE FROM %1$s USING merge_kept AS kept
            WHERE %1$s.issue_id = kept.id
              AND (%1$s._run_id, %1$s._shard_id) IS DISTINCT FROM (kept._run_id, kept._shard_id)
            """
                .formatted(Sql.name(child)));
      }
    }
    if (isAny("merge_fate")) {
      mark("issue", "id");
      for (String child : CHILDREN) {
        mark(child, "issue_id");
      }
    }
  }

  private void mark(String table, String id) throws SQLException {
    Database.execute(
        connection,
        """
        UPDATE %1$s
        SET _deleted = fate.deleted, _deleted_at = fate.deleted_at
        FROM merge_fate AS fate
        WHERE fate.id = %1$s.%2$s
          AND (%1$s._deleted, %1$s._deleted_at) IS DISTINCT FROM (fate.deleted, fate.deleted_at)
        """
            .formatted(Sql.name(table), id));
  }

  /** Rows are in the order of the runs. */
  private void keepLastRowAKey(Table table) throws SQLException {
    String key = table.key().stream().map(Sql::name).collect(Collectors.joining(", "));
    Database.execute(
        connection,
        """
        DELETE FROM %1$s WHERE rowid IN (
          SELECT rowid FROM %1$s
          QUALIFY row_number() OVER (PARTITION BY %2$s ORDER BY rowid DESC) > 1)
        """
            .formatted(Sql.name(table.name()), key));
  }

  private boolean isAny(String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) > 0 FROM " + table)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
