package dev.sluice.gcp;

import static dev.sluice.gcp.MergedTable.ISSUE;
import static dev.sluice.gcp.MergedTable.TOMBSTONE;

import dev.sluice.gcp.MergedTable.Replacing;
import dev.sluice.schemas.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The statements that take the rows of a run from staging tables into the tables that people query,
 * so that these show what the files of all runs together say: of each issue the newest version, by
 * {@code updated} and then {@code _read_at}, with what was read together with it; of a dimension
 * what was read last; and of what a tombstone says is gone that it is. Repeating them changes
 * nothing.
 */
final class MergeStatements {

  private static final String LONG_AGO = "TIMESTAMP '0001-01-01 00:00:00+00'";

  private final SqlNames names;
  private final String run;
  private final List<Staged> staged;

  /**
   * @param staged the tables that the run has rows of
   */
  MergeStatements(SqlNames names, String runId, List<Staged> staged) {
    this.names = names;
    this.run = SqlNames.text(runId);
    this.staged = List.copyOf(staged);
  }

  /** One script that changes all tables or none. */
  String transaction(List<MergedTable> all) {
    return "BEGIN TRANSACTION;\n\n"
        + String.join(";\n\n", statements(all))
        + ";\n\nCOMMIT TRANSACTION;\n";
  }

  /**
   * The statements of the transaction, in order: what the run says of itself last.
   *
   * @param all the tables there are
   */
  List<String> statements(List<MergedTable> all) {
    List<String> statements = new ArrayList<>();
    staged(Replacing.ISSUES).map(this::issues).forEach(statements::add);
    if (find(ISSUE).isPresent()) {
      children(all).forEach(child -> statements.addAll(child(child)));
    }
    staged(Replacing.WHOLE)
        .forEach(
            one -> {
              statements.add("DELETE FROM " + target(one) + " WHERE TRUE");
              statements.add(insert(one, one.newest(names)));
            });
    staged(Replacing.BY_KEY).map(this::byKey).forEach(statements::add);
    if (find(ISSUE).isPresent() || find(TOMBSTONE).isPresent()) {
      statements.add(hidden());
      children(all).map(this::hiddenWith).forEach(statements::add);
    }
    staged(Replacing.OF_RUN)
        .filter(one -> !isRun(one))
        .forEach(one -> statements.addAll(ofRun(one)));
    staged(Replacing.OF_RUN)
        .filter(MergeStatements::isRun)
        .forEach(one -> statements.addAll(ofRun(one)));
    return statements;
  }

  /** Counts the keys that a run has twice and must not, a row a table. */
  String doubledKeys() {
    return names.doubledKeys(staged.stream().filter(one -> one.table().isReadOnce()).toList());
  }

  private Stream<Staged> staged(Replacing replacing) {
    return staged.stream().filter(one -> one.table().replacing() == replacing);
  }

  private Optional<Staged> find(String name) {
    return staged.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private static Stream<MergedTable> children(List<MergedTable> all) {
    return all.stream().filter(table -> table.replacing() == Replacing.CHILDREN);
  }

  private static boolean isRun(Staged one) {
    return one.name().equals(Tables.RUN.name());
  }

  private String issues(Staged one) {
    String newer =
        "(%1$s > %2$s OR (%1$s = %2$s AND %3$s >= %4$s))"
            .formatted(
                time("S", "updated"),
                time("T", "updated"),
                time("S", "_read_at"),
                time("T", "_read_at"));
    String seenAgain = "T.`_deleted` AND " + time("S", "_read_at") + " >= T.`_deleted_at`";
    return merge(
        one,
        " AND " + newer + " THEN\n  UPDATE SET " + one.assignments(),
        " AND "
            + seenAgain
            + " THEN\n  UPDATE SET `_deleted` = FALSE, `_deleted_at` = CAST(NULL AS TIMESTAMP)");
  }

  private String byKey(Staged one) {
    String newer =
        Stream.of("detected_at", "_read_at")
            .filter(one.table()::hasColumn)
            .findFirst()
            .map(column -> " AND " + time("S", column) + " >= " + time("T", column))
            .orElse("");
    return merge(one, newer + " THEN\n  UPDATE SET " + one.assignments());
  }

  private String merge(Staged one, String... whenMatched) {
    StringBuilder merge =
        new StringBuilder("MERGE INTO ")
            .append(target(one))
            .append(" T\nUSING ")
            .append(one.newest(names))
            .append(" S\nON ")
            .append(one.sameKey());
    for (String action : whenMatched) {
      merge.append("\nWHEN MATCHED").append(action);
    }
    return merge
        .append("\nWHEN NOT MATCHED THEN\n  INSERT ")
        .append(one.columns())
        .append("\n  VALUES (")
        .append(one.values())
        .append(")")
        .toString();
  }

  /** What belongs to the issues whose newest version this run has read, replaced as a set. */
  private List<String> child(MergedTable child) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "DELETE FROM %s WHERE `issue_id` IN (SELECT `id` FROM %s WHERE `_run_id` = %s)"
            .formatted(names.table(child.name()), names.table(ISSUE), run));
    find(child.name())
        .map(
            one ->
                insert(
                    one,
                    """
                    (
                      SELECT C.* FROM %s C
                      JOIN %s I ON I.`id` = C.`issue_id`
                        AND I.`_run_id` = %s AND I.`_shard_id` = C.`_shard_id`)"""
                        .formatted(names.table(one.stagingName()), names.table(ISSUE), run)))
        .ifPresent(statements::add);
    return statements;
  }

  private List<String> ofRun(Staged one) {
    return List.of(
        "DELETE FROM " + target(one) + " WHERE `run_id` = " + run,
        insert(one, names.table(one.stagingName())));
  }

  /** The issues of this run that a tombstone hides, and those that a tombstone of this run does. */
  private String hidden() {
    return """
        UPDATE %s T SET `_deleted` = TRUE, `_deleted_at` = G.`detected_at`
        FROM %s G
        WHERE G.`issue_id` = T.`id` AND NOT T.`_deleted`
          AND (T.`_run_id` = %s OR G.`run_id` = %s)
          AND (T.`_read_at` < G.`detected_at`
            OR (T.`_read_at` = G.`detected_at` AND T.`_run_id` <= G.`run_id`))"""
        .formatted(names.table(ISSUE), names.table(TOMBSTONE), run, run);
  }

  private String hiddenWith(MergedTable child) {
    return """
        UPDATE %s T SET `_deleted` = I.`_deleted`, `_deleted_at` = I.`_deleted_at`
        FROM %s I
        WHERE I.`id` = T.`issue_id` AND I.`_deleted` != T.`_deleted`"""
        .formatted(names.table(child.name()), names.table(ISSUE));
  }

  private String insert(Staged one, String source) {
    return "INSERT INTO %s %s\nSELECT %s\nFROM %s S"
        .formatted(target(one), one.columns(), one.values(), source);
  }

  private static String time(String alias, String column) {
    return "COALESCE(" + alias + ".`" + column + "`, " + LONG_AGO + ")";
  }

  private String target(Staged one) {
    return names.table(one.name());
  }
}
