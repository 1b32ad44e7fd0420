package dev.sluice.transforms;

import static dev.sluice.transforms.ReconciliationTest.file;
import static dev.sluice.transforms.ReconciliationTest.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.layout.State;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.RegistryOvertakenException;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommitRunTest {

  private static final ShardResult COMPLETE =
      Reconciliation.of(report(3, 3L, null, null), List.of(file("issue", 3)), 0);
  private static final ShardResult SHORT =
      Reconciliation.of(report(2, 3L, 3L, null), List.of(file("issue", 2)), 0);

  @TempDir Path folder;

  @Test
  void aCompleteRunIsPublishedAndMovesTheWatermark() {
    commit("r1", COMPLETE);

    Manifest manifest = manifest("r1");
    assertThat(manifest.status()).isEqualTo(RunStatus.OK);
    assertThat(manifest.watermark()).isEqualTo(Runs.WATERMARK);
    assertThat(manifest.tables().keySet()).containsExactlyInAnyOrder("_run", "_shard", "issue");
    assertThat(manifest.table("issue").rows()).isEqualTo(3);
    assertThat(state().watermark()).isEqualTo(Runs.WATERMARK);
    assertThat(state().lastRunId()).isEqualTo("r1");
    assertThat(rowsOf(manifest, "_run"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("issues_unique")).isEqualTo(3L))
        .satisfies(row -> assertThat(row.get("status")).hasToString("ok"));
    assertThat(rowsOf(manifest, "_shard"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("jql")).hasToString(COMPLETE.report().jql()));
    assertThat(summary("r1").watermark()).isEqualTo(Runs.WATERMARK);
  }

  @Test
  void aPartialRunIsPublishedAndTheWatermarkStays() {
    commit("r1", COMPLETE);
    State before = state();
    commit("r2", SHORT);

    assertThat(manifest("r2").status()).isEqualTo(RunStatus.PARTIAL);
    assertThat(state()).isEqualTo(before);
    assertThat(summary("r2").exitCode()).isEqualTo(65);
    assertThat(rowsOf(manifest("r2"), "_shard"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("status")).hasToString("mismatch"))
        .satisfies(row -> assertThat(row.get("error_message").toString()).contains("sent 2"));
  }

  @Test
  void aRunThatReadNothingPublishesNothingButSaysSo() {
    ShardReport.Failure down =
        new ShardReport.Failure(ExitCode.UNAVAILABLE, "Unavailable", "Jira is down", "wait", null);
    commit("r1", Reconciliation.of(report(0, 3L, null, down), List.of(), 0));

    WarehouseStore store = store();
    assertThat(store.read(WarehouseLayout.manifest("r1"))).isEmpty();
    assertThat(store.read(WarehouseLayout.STATE)).isEmpty();
    assertThat(summary("r1").status()).isEqualTo(RunStatus.FAILED);
    assertThat(summary("r1").exitCode()).isEqualTo(69);
  }

  @Test
  void aRunWithoutShardsIsCommitted() {
    commit("r1");

    assertThat(manifest("r1").tables().keySet()).containsExactly("_run");
    assertThat(state().watermark()).isEqualTo(Runs.WATERMARK);
  }

  @Test
  void committingTheSameRunAgainChangesNothing() {
    commit("r1", COMPLETE);
    State before = state();
    commit("r1", COMPLETE);

    assertThat(state()).isEqualTo(before);
    assertThat(manifest("r1").table("issue").rows()).isEqualTo(3);
  }

  @Test
  void theShardsOfACommittedRunAreRememberedForAnEngineThatBeginsItAnew() {
    String shard = WarehouseLayout.finishedShard("r1", COMPLETE.report().shardId());
    store().write(shard, "finished".getBytes(StandardCharsets.UTF_8));

    commit("r1", COMPLETE);

    assertThat(store().exists(shard)).isTrue();
  }

  @Test
  void aRunThatWasOvertakenInTheRegistryPublishesNothing() {
    store().write(WarehouseLayout.fields(1), "of another run".getBytes(StandardCharsets.UTF_8));
    PlannedSchema schema =
        new PlannedSchema(0, new FieldRegistry(1, List.of()), List.of(), List.of());
    Pipeline pipeline = Pipeline.create();
    pipeline
        .apply(Create.of(List.of(COMPLETE)).withCoder(DocumentCoder.of(ShardResult.class)))
        .apply(
            CommitRun.of(
                    store(),
                    Runs.header("r1"),
                    new Gate(0, 0),
                    new PlanningCost(4, 0, 0, List.of()))
                .publishing(schema));

    assertThatThrownBy(pipeline::run).hasRootCauseInstanceOf(RegistryOvertakenException.class);
    assertThat(store().exists(WarehouseLayout.manifest("r1"))).isFalse();
    assertThat(store().exists(WarehouseLayout.STATE)).isFalse();
  }

  private void commit(String runId, ShardResult... results) {
    Pipeline pipeline = Pipeline.create();
    pipeline
        .apply(Create.of(List.of(results)).withCoder(DocumentCoder.of(ShardResult.class)))
        .apply(
            CommitRun.of(
                store(), Runs.header(runId), new Gate(0, 0), new PlanningCost(4, 0, 0, List.of())));
    pipeline.run().waitUntilFinish();
  }

  private WarehouseStore store() {
    return WarehouseStore.at(folder.toString());
  }

  private Manifest manifest(String runId) {
    return Documents.read(
        store().read(WarehouseLayout.manifest(runId)).orElseThrow(), Manifest.class);
  }

  private RunSummary summary(String runId) {
    return Documents.read(
        store().read(WarehouseLayout.summary(runId)).orElseThrow(), RunSummary.class);
  }

  private State state() {
    return Documents.read(store().read(WarehouseLayout.STATE).orElseThrow(), State.class);
  }

  private List<GenericRecord> rowsOf(Manifest manifest, String table) {
    return WriteShardFilesTest.read(folder.resolve(manifest.table(table).files().get(0).path()));
  }
}
