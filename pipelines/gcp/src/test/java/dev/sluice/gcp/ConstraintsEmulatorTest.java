package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.util.Sleeper;
import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.Table;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.config.WriteMode;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.table.Tables;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a BigQuery that keeps constraints makes of the tables and of the merge. */
@Tag("emulators")
final class ConstraintsEmulatorTest {

  private static final BigQueryConfig TARGET =
      new BigQueryConfig(
          Emulators.PROJECT,
          "constraints",
          Emulators.LOCATION,
          Emulators.PROJECT,
          null,
          Map.of("team", "data"),
          new WriteMode.Merge(),
          null);
  private static final SqlNames NAMES = new SqlNames(Emulators.PROJECT, "constraints");
  private static final MergedTable ISSUE = new MergedTable(Tables.issue(FieldColumns.none()));

  /** Without JSON, which this engine cannot read from text as the merge does. */
  private static final MergedTable USER = new MergedTable(Tables.USER);

  private static final Staged STAGED =
      new Staged(USER, "_staged", new StandingColumns(USER.fields()));

  private static Emulators emulators;
  private static Bigquery client;
  private static BigQueryJobs jobs;

  @BeforeAll
  static void start() {
    emulators = Emulators.start();
    emulators.makeDataset(emulators.constraints(), "constraints");
    client = emulators.client(emulators.constraints());
    jobs = new BigQueryJobs(client, TARGET, Sleeper.DEFAULT);
    TargetTables targets = new TargetTables(client, TARGET);
    targets.create(ISSUE.definition(TARGET, TARGET.labels()));
    targets.create(USER.definition(TARGET, TARGET.labels()));
    targets.create(STAGED.definition(TARGET, Instant.parse("2100-01-01T00:00:00Z")));
  }

  @AfterAll
  static void stop() {
    emulators.close();
  }

  @Test
  void aTableIsKeptWithItsKeyAndAllThatIsSaidOfIt() throws IOException {
    Table issue = client.tables().get(Emulators.PROJECT, "constraints", "issue").execute();

    assertThat(issue.getTableConstraints().getPrimaryKey().getColumns()).containsExactly("id");
    assertThat(issue.getTimePartitioning().getField()).isEqualTo("created");
    assertThat(issue.getClustering().getFields()).containsExactly("project_key", "id");
    assertThat(issue.getLabels()).containsEntry("team", "data");
    assertThat(new StandingColumns(issue.getSchema().getFields()).mismatches(ISSUE.fields()))
        .isEmpty();
    assertThat(issue.getSchema().getFields().get(0).getDescription()).contains("Jira's id");
  }

  @Test
  void aRowWithoutItsKeyIsRefused() {
    assertThatThrownBy(
            () -> jobs.execute("INSERT INTO " + NAMES.table("issue") + " (key) VALUES ('A-1')", ""))
        .hasMessageContaining("NOT NULL");
  }

  @Test
  void theMergeTakesOneRowAKeyWhereBigQueryWouldRefuseTwo() {
    stage("'1', TIMESTAMP '2026-11-01 10:00:00+00', 'older'");
    jobs.execute(merge(), "merge");
    stage("'1', TIMESTAMP '2026-11-02 10:00:00+00', 'newer'");
    stage("'2', TIMESTAMP '2026-11-02 10:00:00+00', 'other'");

    assertThatThrownBy(() -> jobs.execute(merge().replace("QUALIFY", "-- QUALIFY"), "merge"))
        .hasMessageContaining("at most one source row");
    jobs.execute(merge(), "merge");
    jobs.execute(merge(), "merge");

    assertThat(
            Answers.of(
                    client,
                    Emulators.PROJECT,
                    "SELECT id, display_name, _deleted FROM "
                        + NAMES.table("user")
                        + " ORDER BY id")
                .rows()
                .stream()
                .map(row -> row.getF().stream().map(cell -> cell.getV()).toList()))
        .containsExactly(List.of("1", "newer", "false"), List.of("2", "other", "false"));
  }

  private static void stage(String row) {
    jobs.execute(
        "INSERT INTO %s (id, _read_at, display_name) VALUES (%s)"
            .formatted(NAMES.table("_staged"), row),
        "stage");
  }

  private static String merge() {
    return new MergeStatements(NAMES, "run-1", List.of(STAGED)).statements(List.of(USER)).get(0);
  }
}
