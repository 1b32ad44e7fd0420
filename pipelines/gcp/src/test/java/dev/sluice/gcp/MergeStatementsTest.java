package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.bigquery.model.TableFieldSchema;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.table.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MergeStatementsTest {

  private static final SqlNames NAMES = new SqlNames("p-1", "jira");
  private static final List<MergedTable> ALL =
      Tables.all(FieldColumns.none()).stream().map(MergedTable::new).toList();

  @Test
  void theNewerVersionOfAnIssueWinsAndEmptiesWhatItDoesNotKnow() {
    String merge =
        statements(
                new Staged(
                    table("issue"),
                    "stage",
                    new StandingColumns(
                        List.of(
                            new TableFieldSchema()
                                .setName("once")
                                .setType("STRING")
                                .setMode("REPEATED")))))
            .get(0);

    assertThat(merge)
        .startsWith(
            """
            MERGE INTO `p-1.jira.issue` T
            USING (
              SELECT * FROM `p-1.jira.stage`
              WHERE TRUE
              QUALIFY ROW_NUMBER() OVER (PARTITION BY `id` ORDER BY `updated` DESC, `_read_at` DESC, `_shard_id` DESC) = 1) S
            ON T.`id` = S.`id`
            WHEN MATCHED AND (COALESCE(S.`updated`, TIMESTAMP '0001-01-01 00:00:00+00')""")
        .contains(
            "`once` = CAST(NULL AS ARRAY<STRING>), `_deleted` = FALSE,"
                + " `_deleted_at` = CAST(NULL AS TIMESTAMP)")
        .contains("WHEN MATCHED AND T.`_deleted` AND")
        .contains("`extra` = COALESCE(SAFE.PARSE_JSON(S.`extra`, wide_number_mode => 'round')");
  }

  @Test
  void theChildrenOfTheIssuesReadAreReplacedEvenIfNoneIsLeft() {
    List<String> statements = statements(staged("issue"), staged("comment"));

    assertThat(statements)
        .contains(
            "DELETE FROM `p-1.jira.worklog` WHERE `issue_id` IN (SELECT `id` FROM"
                + " `p-1.jira.issue` WHERE `_run_id` = 'run\\'1')")
        .anySatisfy(
            sql ->
                assertThat(sql)
                    .startsWith("INSERT INTO `p-1.jira.comment` (`id`, ")
                    .contains("SELECT C.* FROM `p-1.jira.stage_comment` C")
                    .contains("I.`_shard_id` = C.`_shard_id`"))
        .noneMatch(sql -> sql.startsWith("INSERT INTO `p-1.jira.worklog`"));
  }

  @Test
  void whatTheRunSaysOfItselfComesLast() {
    List<String> statements =
        statements(staged("_run"), staged("_shard"), staged("issue"), staged("project"));

    assertThat(statements.get(statements.size() - 1)).startsWith("INSERT INTO `p-1.jira._run`");
    assertThat(statements.get(statements.size() - 2))
        .isEqualTo("DELETE FROM `p-1.jira._run` WHERE `run_id` = 'run\\'1'");
    assertThat(statements.get(0)).startsWith("MERGE INTO `p-1.jira.issue`");
  }

  @Test
  void aRunWithoutIssuesTouchesNone() {
    assertThat(statements(staged("project"), staged("_run")))
        .hasSize(4)
        .noneMatch(sql -> sql.contains("jira.issue`"));
  }

  @Test
  void aTombstoneHidesAnIssueThatWasReadBeforeAndWhatBelongsToIt() {
    List<String> statements = statements(staged("_tombstone"));

    assertThat(statements.get(0)).startsWith("MERGE INTO `p-1.jira._tombstone` T");
    assertThat(statements.get(1))
        .startsWith("UPDATE `p-1.jira.issue` T SET `_deleted` = TRUE")
        .contains("T.`_read_at` < G.`detected_at`");
    assertThat(statements.get(2)).startsWith("UPDATE `p-1.jira.issue_field_history` T");
  }

  @Test
  void aKeyMayOccurOnceAShardAndNoOftener() {
    assertThat(merging(staged("comment"), staged("project"), staged("_shard")).doubledKeys())
        .isEqualTo(
            """
            SELECT 'comment' AS table_name, COUNT(*) AS doubled FROM (SELECT 1 AS one FROM \
            `p-1.jira.stage_comment` GROUP BY `id`, `_shard_id` HAVING COUNT(*) > 1)
            UNION ALL
            SELECT '_shard' AS table_name, COUNT(*) AS doubled FROM (SELECT 1 AS one FROM \
            `p-1.jira.stage__shard` GROUP BY `run_id`, `shard_id` HAVING COUNT(*) > 1)""");
  }

  @Test
  void everythingIsOneTransaction() {
    assertThat(merging(staged("issue"), staged("_run")).transaction(ALL))
        .startsWith("BEGIN TRANSACTION;\n\nMERGE INTO ")
        .endsWith(";\n\nCOMMIT TRANSACTION;\n")
        .containsOnlyOnce("COMMIT");
  }

  @Test
  void textsCannotBreakOut() {
    assertThat(SqlNames.text("it's\na \\ \"b\"")).isEqualTo("'it\\'s\\na \\\\ \"b\"'");
  }

  private static List<String> statements(Staged... staged) {
    return merging(staged).statements(ALL);
  }

  private static MergeStatements merging(Staged... staged) {
    return new MergeStatements(NAMES, "run'1", List.of(staged));
  }

  private static Staged staged(String name) {
    return new Staged(table(name), "stage_" + name, new StandingColumns(List.of()));
  }

  private static MergedTable table(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }
}
