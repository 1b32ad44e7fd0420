package dev.sluice.transforms;

import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Writes what a sweep found gone as one file of {@code _tombstone}, none when nothing is, and
 * reports the census as a shard of the run. The file becomes visible with the run's manifest.
 */
public final class WriteTombstones extends PTransform<PBegin, WriteTombstones.Result> {

  private static final TupleTag<WrittenFile> FILES = new TupleTag<>() {};
  private static final TupleTag<ShardReport> REPORTS = new TupleTag<>() {};

  private final SweepPlan sweep;
  private final WarehouseStore store;
  private final RunHeader run;

  private WriteTombstones(SweepPlan sweep, WarehouseStore store, RunHeader run) {
    this.sweep = sweep;
    this.store = store;
    this.run = run;
  }

  /** Writes into {@code store}, under the interval and run of {@code run}. */
  public static WriteTombstones of(SweepPlan sweep, WarehouseStore store, RunHeader run) {
    return new WriteTombstones(sweep, store, run);
  }

  @Override
  public Result expand(PBegin begin) {
    PCollectionTuple outputs =
        begin
            .apply("Census", Create.of(sweep).withCoder(DocumentCoder.of(SweepPlan.class)))
            .apply(
                "WriteFile",
                ParDo.of(new WriteFn(store, run)).withOutputTags(FILES, TupleTagList.of(REPORTS)));
    return new Result(
        outputs.get(FILES).setCoder(DocumentCoder.of(WrittenFile.class)),
        outputs.get(REPORTS).setCoder(DocumentCoder.of(ShardReport.class)));
  }

  /**
   * What was written.
   *
   * @param files at most one
   * @param reports the census
   */
  public record Result(PCollection<WrittenFile> files, PCollection<ShardReport> reports)
      implements POutput {

    @Override
    public Pipeline getPipeline() {
      return files.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(FILES, files, REPORTS, reports);
    }

    @Override
    public void finishSpecifyingOutput(String name, PInput input, PTransform<?, ?> transform) {}
  }

  private static final class WriteFn extends DoFn<SweepPlan, WrittenFile> {

    private final WarehouseStore store;
    private final RunHeader run;

    WriteFn(WarehouseStore store, RunHeader run) {
      this.store = store;
      this.run = run;
    }

    @ProcessElement
    public void processElement(@Element SweepPlan sweep, MultiOutputReceiver out)
        throws IOException {
      if (!sweep.tombstones().isEmpty()) {
        String table = Tables.TOMBSTONE.name();
        out.get(FILES)
            .output(
                new WrittenFile(
                    SweepPlan.CENSUS,
                    table,
                    AvroFile.write(
                        store,
                        WarehouseLayout.dataFile(
                            table, run.interval(), run.runId(), SweepPlan.CENSUS),
                        sweep.tombstones().stream()
                            .map(tombstone -> RunRows.of(tombstone, run))
                            .toList())));
      }
      out.get(REPORTS).output(sweep.census());
    }
  }
}
