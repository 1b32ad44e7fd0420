package dev.sluice.pipelines.run;

import dev.sluice.pipelines.report.RunReports;
import dev.sluice.transforms.EndedRun;
import dev.sluice.transforms.store.WarehouseStore;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * Writes the page of a run that is committed, and renews the one over all runs. It does so inside
 * the graph, because the launcher of a job on a cluster may be gone by then; and whatever happens
 * to it, the run has ended as it has.
 */
public final class WriteReport extends PTransform<PCollection<EndedRun>, PDone> {

  private final WarehouseStore store;

  private WriteReport(WarehouseStore store) {
    this.store = store;
  }

  /** Writes into the warehouse of the run. */
  public static WriteReport to(WarehouseStore store) {
    return new WriteReport(store);
  }

  @Override
  public PDone expand(PCollection<EndedRun> ended) {
    ended.apply("WriteReport", ParDo.of(new WriteFn(store)));
    return PDone.in(ended.getPipeline());
  }

  private static final class WriteFn extends DoFn<EndedRun, Void> {

    private final WarehouseStore store;

    WriteFn(WarehouseStore store) {
      this.store = store;
    }

    @ProcessElement
    public void processElement(@Element EndedRun ended) {
      new RunReports(store).publishAtTheEnd(ended.summary().runId());
    }
  }
}
