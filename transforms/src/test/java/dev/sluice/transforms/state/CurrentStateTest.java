package dev.sluice.transforms.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.schemas.avro.AvroSchemas;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.PublishedWarehouse;
import dev.sluice.transforms.store.PublishedRuns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CurrentStateTest {

  @TempDir Path folder;
  private PublishedWarehouse warehouse;

  @BeforeEach
  void open() {
    warehouse = new PublishedWarehouse(folder);
  }

  @Test
  void anEmptyWarehouseHoldsNothing() {
    assertThat(state().size()).isZero();
    assertThat(rows("issue", "key")).isEmpty();
    assertThat(state().schema("issue")).isEmpty();
    assertThat(state().has("1")).isFalse();
  }

  @Test
  void trap27OfAnIssueThatWasReadUnderTwoKeysTheNewestRowCounts() {
    warehouse.run().issue(1, "MKT-1", 10, 11).issue(2, "MKT-2", 5, 11).publish();
    warehouse.run().issue(1, "OPS-9", 20, 21).publish();

    assertThat(rows("issue", "key")).containsExactlyInAnyOrder("OPS-9", "MKT-2");
    assertThat(state().ids()).containsExactly(1, 2);
    assertThat(known())
        .containsExactlyInAnyOrder("1 OPS-9 id-of-OPS run-0002", "2 MKT-2 id-of-MKT run-0001");
  }

  @Test
  void aRunThatReadsAnOldStateLateDoesNotWin() {
    warehouse.run().issue(1, "MKT-1", 20, 21).comment("c1", 1, 21).publish();
    warehouse.run().issue(1, "OPS-9", 10, 30).comment("c2", 1, 30).publish();

    assertThat(rows("issue", "key")).containsExactly("MKT-1");
    assertThat(rows("comment", "id")).containsExactly("c1");
  }

  @Test
  void ofTwoRunsThatReadTheSameUpdateTheLaterCounts() {
    warehouse.run().issue(1, "MKT-1", 10, 11).comment("c1", 1, 11).comment("c2", 1, 11).publish();
    warehouse.run().issue(1, "MKT-1", 10, 12).comment("c1", 1, 12).publish();

    assertThat(rows("comment", "body")).containsExactly("said in run-0002");
  }

  @Test
  void ofTwoRunsWithinOneSecondTheOneThatEndedLaterCounts() {
    warehouse.run().issue(1, "MKT-1", 10, 11).comment("c1", 1, 11).publish();
    warehouse.run().issue(1, "MKT-1", 10, 11).comment("c2", 1, 11).publish();

    assertThat(rows("issue", "_run_id")).containsExactly("run-0002");
    assertThat(rows("comment", "id")).containsExactly("c2");
  }

  @Test
  void childrenThatWereGoneWhenTheIssueWasReadAgainAreGone() {
    warehouse
        .run()
        .issue(1, "MKT-1", 10, 11)
        .comment("c1", 1, 11)
        .issue(2, "MKT-2", 10, 11)
        .comment("c2", 2, 11)
        .publish();
    warehouse.run().issue(1, "MKT-1", 20, 21).publish();

    assertThat(rows("comment", "id")).containsExactly("c2");
  }

  @Test
  void whereTwoShardsOfARunMetAnIssueItsChildrenAreThoseOfTheNewerRow() {
    warehouse
        .run()
        .issue(1, "MKT-1", 20, 21)
        .comment("c1", 1, 21)
        .comment("c2", 1, 21)
        .shard("s0001")
        .issue(1, "MKT-1", 10, 20)
        .comment("c1", 1, 20)
        .publish();

    assertThat(rows("issue", "_shard_id")).containsExactly("s0000");
    assertThat(rows("comment", "_shard_id")).containsExactly("s0000", "s0000");
  }

  @Test
  void aTombstoneHidesAnIssueWithItsChildren() {
    warehouse
        .run()
        .issue(1, "MKT-1", 10, 11)
        .comment("c1", 1, 11)
        .issue(2, "MKT-2", 1, 11)
        .publish();
    warehouse.run().tombstone(1, "deleted", 15).publish();

    assertThat(rows("issue", "key")).containsExactly("MKT-2");
    assertThat(rows("comment", "id")).isEmpty();
    assertThat(state().has("1")).isFalse();
    assertThat(state().ids()).containsExactly(2);
    assertThat(state().size()).isEqualTo(1);
    assertThat(rows("_tombstone", "issue_id")).containsExactly("1");
  }

  @Test
  void anIssueThatIsReadAfterItsTombstoneIsBackAlsoUnchanged() {
    warehouse.run().issue(1, "MKT-1", 10, 11).comment("c1", 1, 11).publish();
    warehouse.run().tombstone(1, "permission_lost", 15).publish();
    warehouse.run().issue(1, "MKT-1", 10, 20).comment("c1", 1, 20).publish();

    assertThat(rows("issue", "_run_id")).containsExactly("run-0003");
    assertThat(rows("comment", "_run_id")).containsExactly("run-0003");

    warehouse.run().tombstone(1, "deleted", 25).publish();
    assertThat(state().size()).isZero();
  }

  @Test
  void withinOneSecondTheLaterRunDecidesWhetherAnIssueIsBack() {
    warehouse.run().issue(1, "MKT-1", 10, 11).publish();
    warehouse.run().tombstone(1, "deleted", 11).publish();
    assertThat(state().size()).isZero();

    warehouse.run().issue(1, "MKT-1", 10, 11).publish();
    assertThat(state().size()).isEqualTo(1);
  }

  @Test
  void aRowThatWasReadBeforeTheTombstoneDoesNotUndoItWhenItIsPublishedAfter() {
    warehouse.run().tombstone(1, "deleted", 15).publish();
    warehouse.run().issue(1, "MKT-1", 10, 11).publish();

    assertThat(state().size()).isZero();
  }

  @Test
  void whatAPartialRunPublishedCounts() {
    warehouse.run().issue(1, "MKT-1", 10, 11).publish();
    warehouse.run().issue(1, "MKT-7", 20, 21).publish(RunStatus.PARTIAL);

    assertThat(rows("issue", "key")).containsExactly("MKT-7");
  }

  @Test
  void aDimensionIsWhatTheNewestRunWroteOfIt() {
    warehouse
        .run()
        .row(Tables.BOARD, 1, Map.of("id", "7"))
        .row(Tables.BOARD, 1, Map.of("id", "8"))
        .publish();
    warehouse.run().row(Tables.BOARD, 2, Map.of("id", "8")).publish();
    warehouse.run().issue(1, "MKT-1", 1, 3).publish();

    assertThat(rows("board", "id")).containsExactly("8");
  }

  @Test
  void aPersonStaysThoughLaterRunsDoNotMeetThem() {
    warehouse
        .run()
        .row(Tables.USER, 1, Map.of("id", "ann", "display_name", "Ann"))
        .row(Tables.USER, 1, Map.of("id", "bob", "display_name", "Bob"))
        .publish();
    warehouse.run().row(Tables.USER, 2, Map.of("id", "ann", "display_name", "Ann B.")).publish();

    assertThat(rows("user", "display_name")).containsExactlyInAnyOrder("Ann B.", "Bob");
  }

  @Test
  void rowsOfOldFilesHaveTheColumnsThatCameLaterAndTheOtherWayRound() throws Exception {
    FieldColumns budget = fields("customfield_1", "Budget");
    FieldColumns reach = fields("customfield_2", "Reach");
    warehouse.run().with(budget).issue(1, "MKT-1", 1, 2, Map.of("budget", 7.5)).publish();
    warehouse.run().with(reach).issue(2, "MKT-2", 1, 3, Map.of("reach", 9.5)).publish();

    Schema schema = state().schema("issue").orElseThrow();
    assertThat(schema.getFields()).extracting(Schema.Field::name).contains("budget", "reach");
    assertThat(schema.getFields().subList(0, schema.getFields().size() - 1))
        .extracting(Schema.Field::name)
        .containsExactlyElementsOf(
            AvroSchemas.of(Tables.issue(reach), Stage.UTC).getFields().stream()
                .map(Schema.Field::name)
                .toList());
    List<GenericRecord> rows = new ArrayList<>();
    state().rows("issue", rows::add);
    assertThat(rows).allSatisfy(row -> assertThat(row.getSchema()).isEqualTo(schema));
    assertThat(rows)
        .extracting(row -> row.get("budget") + " " + row.get("reach"))
        .containsExactlyInAnyOrder("7.5 null", "null 9.5");
  }

  @Test
  void tenGenerationsOfColumnsAreReadAtOnce() throws Exception {
    int generations = 10;
    for (int i = 1; i <= generations; i++) {
      warehouse
          .run()
          .with(fields("customfield_" + i, "Figure " + i))
          .issue(i, "MKT-" + i, 1, 2 + i, Map.of("figure_" + i, i * 1.5))
          .publish();
    }

    List<GenericRecord> rows = new ArrayList<>();
    state().rows("issue", rows::add);

    assertThat(rows).hasSize(generations);
    for (GenericRecord row : rows) {
      int own = Integer.parseInt(row.get("id").toString());
      for (int i = 1; i <= generations; i++) {
        assertThat(row.get("figure_" + i)).isEqualTo(i == own ? i * 1.5 : null);
      }
    }
  }

  @Test
  void theStateOfAMomentDoesNotChange() {
    warehouse.run().issue(1, "MKT-1", 10, 11).publish();
    CurrentState before = state();
    warehouse.run().issue(2, "MKT-2", 10, 12).tombstone(1, "deleted", 20).publish();

    List<String> ids = new ArrayList<>();
    before.rows("issue", row -> ids.add(row.get("id").toString()));
    assertThat(ids).containsExactly("1");
  }

  private static FieldColumns fields(String id, String name) throws Exception {
    String json =
        "[{\"id\":\"%s\",\"name\":\"%s\",\"custom\":true,\"schema\":{\"type\":\"number\",\"custom\":\"x:float\"}}]"
            .formatted(id, name);
    return Tables.columnNames()
        .assign(
            FieldCatalogue.parse(new ObjectMapper().readTree(json)),
            FieldRegistry.empty(),
            Map.of());
  }

  @Test
  void theStateAroundARunIsThatWithoutItAndThatWithIt() {
    warehouse.run().issue(1, "MKT-1", 10, 11).comment("c1", 1, 11).publish();
    warehouse.run().issue(1, "MKT-1", 20, 21).comment("c2", 1, 21).publish();
    Manifest second = new PublishedRuns(warehouse.store()).manifests().get(1);

    CurrentState.Succession states = CurrentState.around(warehouse.store(), second);

    assertThat(states.before().standing("1"))
        .hasValueSatisfying(
            issue -> {
              assertThat(issue.updated()).isEqualTo(PublishedWarehouse.minute(10));
              assertThat(issue.runId()).isEqualTo("run-0001");
            });
    assertThat(states.after().standing("1"))
        .hasValueSatisfying(
            issue -> {
              assertThat(issue.readAt()).isEqualTo(PublishedWarehouse.minute(21));
              assertThat(issue.runId()).isEqualTo("run-0002");
            });
    assertThat(states.after().standing("2")).isEmpty();
    assertThat(ids(states.before(), "comment", "1")).containsExactly("c1");
    assertThat(ids(states.after(), "comment", "1")).containsExactly("c2");
  }

  @Test
  void theRowsOfAnIssueThatIsGoneAreStillToBeHad() {
    warehouse
        .run()
        .issue(1, "MKT-1", 10, 11)
        .comment("c1", 1, 11)
        .issue(2, "MKT-2", 10, 11)
        .comment("c2", 2, 11)
        .publish();
    warehouse.run().tombstone(1, "deleted", 15).publish();

    assertThat(state().standing("1"))
        .hasValueSatisfying(
            issue -> {
              assertThat(issue.gone()).isTrue();
              assertThat(issue.foundGone()).contains(PublishedWarehouse.minute(15));
            });
    assertThat(ids(state(), "issue", "1")).containsExactly("1");
    assertThat(ids(state(), "comment", "1")).containsExactly("c1");

    warehouse.run().issue(1, "MKT-1", 10, 20).publish();

    assertThat(state().standing("1"))
        .hasValueSatisfying(
            issue -> {
              assertThat(issue.gone()).isFalse();
              assertThat(issue.foundGone()).contains(PublishedWarehouse.minute(15));
            });
  }

  private static List<String> ids(CurrentState state, String table, String issueId) {
    List<String> ids = new ArrayList<>();
    state.rowsOf(table, Set.of(issueId), row -> ids.add(row.get("id").toString()));
    return ids;
  }

  private CurrentState state() {
    return CurrentState.of(warehouse.store());
  }

  private List<String> rows(String table, String column) {
    List<String> values = new ArrayList<>();
    state().rows(table, row -> values.add(String.valueOf(row.get(column))));
    return values;
  }

  private List<String> known() {
    List<String> known = new ArrayList<>();
    state()
        .known(
            issue ->
                known.add(
                    String.join(" ", issue.id(), issue.key(), issue.projectId(), issue.runId())));
    return known;
  }
}
