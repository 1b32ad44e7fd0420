package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.layout.SweepCounts;
import dev.sluice.transforms.store.WarehouseStore;
import dev.sluice.transforms.sweep.Tombstone;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WriteTombstonesTest {

  @TempDir Path folder;

  @Test
  void allTombstonesAreOneFileAndTheCensusIsReported() {
    SweepPlan sweep =
        plan(
            new Tombstone("7", "MKT-7", Tombstone.Reason.DELETED, null, Runs.READ_AT),
            new Tombstone("8", "MKT-8", Tombstone.Reason.MOVED, "HR-1", Runs.READ_AT));
    Pipeline pipeline = Pipeline.create();
    WriteTombstones.Result written = pipeline.apply(write(sweep));
    PAssert.that(written.files())
        .satisfies(
            files -> {
              assertThat(files)
                  .singleElement()
                  .satisfies(file -> assertThat(file.table()).isEqualTo("_tombstone"))
                  .satisfies(file -> assertThat(file.shardId()).isEqualTo("census"))
                  .satisfies(file -> assertThat(file.file().rows()).isEqualTo(2));
              return null;
            });
    PAssert.that(written.reports()).containsInAnyOrder(sweep.census());
    pipeline.run().waitUntilFinish();

    Path file =
        folder.resolve("_tombstone/interval=20260101T0000Z_20260102T0000Z/run=r1/census.avro");
    assertThat(WriteShardFilesTest.read(file))
        .extracting(
            row ->
                String.join(
                    " ",
                    List.of("issue_id", "key", "reason", "new_key", "run_id").stream()
                        .map(column -> String.valueOf(row.get(column)))
                        .toList()))
        .containsExactly("7 MKT-7 deleted null r1", "8 MKT-8 moved HR-1 r1");
  }

  @Test
  void withoutTombstonesThereIsNoFileButTheCensusIsReported() {
    SweepPlan sweep = plan();
    Pipeline pipeline = Pipeline.create();
    WriteTombstones.Result written = pipeline.apply(write(sweep));
    PAssert.that(written.files()).empty();
    PAssert.that(written.reports()).containsInAnyOrder(sweep.census());
    pipeline.run().waitUntilFinish();
  }

  @Test
  void aCensusIsCompleteThoughMoreCameThanJiraCounted() {
    assertThat(Reconciliation.of(plan().census(), List.of(), 0).status())
        .isEqualTo(ShardResult.Status.COMPLETE);
  }

  private WriteTombstones write(SweepPlan sweep) {
    return WriteTombstones.of(sweep, WarehouseStore.at(folder.toString()), Runs.header("r1"));
  }

  private static SweepPlan plan(Tombstone... tombstones) {
    return new SweepPlan(
        List.of(),
        List.of(tombstones),
        new SweepCounts(10, 8, 0, 1, 1, 0, 0, 0, 0),
        new ShardReport(
            SweepPlan.CENSUS,
            ShardReport.Kind.CENSUS,
            "created >= 0",
            null,
            null,
            7L,
            null,
            8,
            8,
            1,
            2,
            0,
            0,
            100,
            Runs.READ_AT,
            Runs.READ_AT,
            null,
            0,
            List.of("1 issue is deleted: MKT-7"),
            0,
            null));
  }
}
