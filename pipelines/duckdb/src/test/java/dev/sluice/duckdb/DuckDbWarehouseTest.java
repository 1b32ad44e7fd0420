package dev.sluice.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.type.ListOf;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.view.MartColumns;
import dev.sluice.transforms.local.LocalWarehouseException;
import dev.sluice.transforms.local.Merge;
import dev.sluice.transforms.local.QueryRefused;
import dev.sluice.transforms.state.CurrentState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DuckDbWarehouseTest {

  @TempDir Path folder;
  private Published published;
  private Path file;

  @BeforeEach
  void open() {
    published = new Published(folder);
    file = folder.resolve("warehouse.duckdb");
  }

  @Test
  void aWarehouseWithoutRunsHasAllTablesAndViews() {
    merge();

    assertThat(Content.of(file, "SELECT count(*) FROM issue")).containsExactly(List.of(0L));
    assertThat(Content.of(file, "SELECT * FROM campaign_delivery")).isEmpty();
  }

  @Test
  void childrenThatAreGoneWithTheNextReadOfTheirIssueDisappear() {
    published.run().with("issue", issue("1", 1)).with("comment", comment("1", "a")).publish();
    merge();
    published.run().with("issue", issue("1", 2)).with("comment", comment("1", "b")).publish();

    assertThat(merge()).isEqualTo(new Merge.Done(1, 3));
    assertThat(Content.of(file, "SELECT id FROM comment")).containsExactly(List.of("b"));
  }

  @Test
  void anOlderVersionThatIsReadLaterDoesNotWin() {
    published.run().with("issue", issue("1", 5)).with("comment", comment("1", "a")).publish();
    merge();
    published.run().with("issue", issue("1", 4)).with("comment", comment("1", "b")).publish();
    merge();

    assertThat(Content.of(file, "SELECT _run_id FROM issue")).containsExactly(List.of("run-0001"));
    assertThat(Content.of(file, "SELECT id FROM comment")).containsExactly(List.of("a"));
  }

  @Test
  void aTombstoneMarksAnIssueWithItsChildrenAndALaterReadTakesTheMarkAway() {
    Instant seen = Published.START.plusSeconds(2 * 3600);
    published.run().with("issue", issue("1", 1)).with("comment", comment("1", "a")).publish();
    merge();
    published.run().tombstone("1", seen).publish();
    merge();

    assertThat(Content.of(file, "SELECT _deleted, _deleted_at FROM issue"))
        .containsExactly(List.of(true, "2026-01-05T10:00"));
    assertThat(Content.of(file, "SELECT _deleted FROM comment")).containsExactly(List.of(true));
    assertThat(Content.of(file, "SELECT * FROM cycle_time")).isEmpty();

    published.run().with("issue", issue("1", 3)).publish();
    merge();

    assertThat(Content.of(file, "SELECT _deleted FROM issue")).containsExactly(List.of(false));
    assertThat(Content.of(file, "SELECT count(*) FROM comment")).containsExactly(List.of(0L));
  }

  @Test
  void dimensionsAreReplacedAndPeopleCollected() {
    published
        .run()
        .with("status", Map.of("id", "1", "name", "Open"))
        .with("user", Map.of("id", "u1", "display_name", "Ann"))
        .publish();
    merge();
    published
        .run()
        .with("status", Map.of("id", "2", "name", "Done"))
        .with("user", Map.of("id", "u2", "display_name", "Ben"))
        .with("user", Map.of("id", "u1", "display_name", "Anna"))
        .publish();
    merge();
    published.run().publish();
    merge();

    assertThat(Content.of(file, "SELECT name FROM status")).containsExactly(List.of("Done"));
    assertThat(Content.of(file, "SELECT display_name FROM \"user\" ORDER BY 1"))
        .containsExactly(List.of("Anna"), List.of("Ben"));
  }

  @Test
  void twentyIncrementsWithDeletionsAndNewColumnsEqualARebuildAndTheCurrentState() {
    Random random = new Random(7);
    Table wide = withColumn(withColumn(Published.table("issue"), "budget"), "markets");
    for (int i = 1; i <= 20; i++) {
      Published.Run run = published.run();
      Table issues = i < 7 ? Published.table("issue") : i == 12 ? widened("markets") : wide;
      for (String id : new TreeSet<>(random.ints(8, 1, 40).mapToObj(String::valueOf).toList())) {
        Map<String, Object> row = new HashMap<>(issue(id, random.nextInt(i) + i));
        issues.column("budget").ifPresent(any -> row.put("budget", "b" + random.nextInt(9)));
        run.with(issues, row);
        for (int child = random.nextInt(3); child > 0; child--) {
          run.with("comment", comment(id, id + "-" + child));
        }
      }
      random
          .ints(random.nextInt(3), 1, 40)
          .distinct()
          .forEach(gone -> run.tombstone(String.valueOf(gone), run.readAt().minusSeconds(1)));
      run.with("user", Map.of("id", "u" + random.nextInt(5), "display_name", "in " + run.id()));
      run.publish();
      merge();
    }
    Map<String, List<String>> incremental = Content.whole(file);
    List<String> known = new ArrayList<>();
    CurrentState.of(published.store())
        .rows("issue", row -> known.add(row.get("id") + " " + row.get("_run_id")));
    List<String> comments = new ArrayList<>();
    CurrentState.of(published.store())
        .rows("comment", row -> comments.add(row.get("id") + " " + row.get("_run_id")));

    Merge rebuilt = new DuckDbWarehouse().rebuild(published.store(), file, MartColumns.BY_NAME);

    assertThat(rebuilt).isInstanceOf(Merge.Done.class);
    Content.whole(file)
        .forEach(
            (table, content) -> assertThat(content).as(table).isEqualTo(incremental.get(table)));
    assertThat(texts("SELECT id || ' ' || _run_id FROM issue WHERE NOT _deleted"))
        .containsExactlyInAnyOrderElementsOf(known);
    assertThat(texts("SELECT id || ' ' || _run_id FROM comment WHERE NOT _deleted"))
        .containsExactlyInAnyOrderElementsOf(comments);
    assertThat(texts("SELECT id FROM issue WHERE _deleted")).isNotEmpty();
  }

  @Test
  void aFileThatSomebodyReadsStaysAsItIsAndTheNextMergeCatchesUp() throws Exception {
    published.run().with("issue", issue("1", 1)).publish();
    merge();
    published.run().with("issue", issue("2", 2)).publish();
    Process reader = Holding.start(file);
    try {
      assertThat(merge())
          .isInstanceOfSatisfying(
              Merge.Busy.class, busy -> assertThat(busy.holder()).contains("" + reader.pid()));
    } finally {
      reader.getOutputStream().close();
      reader.waitFor();
    }
    published.run().with("issue", issue("3", 3)).publish();

    assertThat(merge()).isEqualTo(new Merge.Done(2, 4));
    assertThat(Content.of(file, "SELECT count(*) FROM issue")).containsExactly(List.of(3L));
  }

  @Test
  void whatCannotBeTakenInLeavesTheFileAsItWas() throws IOException {
    published.run().with("issue", issue("1", 1)).publish();
    merge();
    published.run().with("issue", issue("2", 2)).with("comment", comment("2", "a")).publish();
    Path comments;
    try (var files = Files.walk(folder.resolve("comment"))) {
      comments = files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    Files.writeString(comments, "no Avro");

    assertThatThrownBy(this::merge).hasMessageContaining("comment");
    assertThat(Content.of(file, "SELECT id FROM issue")).containsExactly(List.of("1"));
  }

  @Test
  void aDamagedFileIsNamedAndARebuildMakesItAnew() throws IOException {
    published.run().with("issue", issue("1", 1)).publish();
    Files.writeString(file, "no database");

    assertThatThrownBy(this::merge)
        .isInstanceOf(LocalWarehouseException.class)
        .hasMessageContaining("warehouse.duckdb");
    new DuckDbWarehouse().rebuild(published.store(), file, MartColumns.BY_NAME);

    assertThat(Content.of(file, "SELECT id FROM issue")).containsExactly(List.of("1"));
    assertThat(folder.resolve("warehouse.duckdb.new")).doesNotExist();
  }

  @Test
  void questionsChangeNothingAndMistakesShowTheirPlace() {
    merge();

    assertThatThrownBy(() -> Content.of(file, "DELETE FROM issue"))
        .isInstanceOf(QueryRefused.class)
        .hasMessageContaining("read-only");
    assertThatThrownBy(() -> Content.of(file, "SELECT summry FROM issue"))
        .isInstanceOf(QueryRefused.class)
        .hasMessageContaining("LINE 1")
        .hasMessageContaining("^");
  }

  @Test
  void aColumnTellsWhatItMeans() {
    merge();

    assertThat(
            Content.of(
                file,
                "SELECT comment FROM duckdb_columns()"
                    + " WHERE schema_name = 'main' AND table_name = 'issue'"
                    + " AND column_name = 'due_date'"))
        .containsExactly(List.of("Day it is due."));
  }

  private Merge merge() {
    return new DuckDbWarehouse().merge(published.store(), file, MartColumns.BY_NAME);
  }

  private List<String> texts(String sql) {
    return Content.of(file, sql).stream().map(row -> String.valueOf(row.get(0))).toList();
  }

  private static Map<String, Object> issue(String id, int updatedHour) {
    return Map.of(
        "id", id, "key", "MKTG-" + id, "updated", Published.START.plusSeconds(3600L * updatedHour));
  }

  private static Map<String, Object> comment(String issueId, String id) {
    return Map.of("id", id, "issue_id", issueId, "body", "said");
  }

  private static Table widened(String column) {
    return withColumn(Published.table("issue"), column);
  }

  /** A custom field stands before {@code extra}. */
  private static Table withColumn(Table table, String name) {
    List<Column> columns = new ArrayList<>(table.columns());
    int extra = columns.indexOf(table.column("extra").orElseThrow());
    columns.add(
        extra,
        new Column(
            name,
            name.equals("markets") ? new ListOf(Scalar.STRING) : Scalar.STRING,
            "customfield_1 '" + name + "'",
            false,
            Optional.empty(),
            Optional.empty()));
    return new Table(table.name(), table.doc(), table.key(), columns);
  }
}
