package dev.sluice.transforms;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.jspecify.annotations.Nullable;

/**
 * Ends the run, inside the graph and after everything else: the field registry and the rows of
 * {@code _field}, {@code _schema_change}, {@code _shard} and {@code _run}, then the manifest that
 * makes the files exist for readers, then the watermark, then the summary. Each is written whole
 * and may be written again, so that a retried bundle is harmless. A run without shards is committed
 * too. Hands on the run when all of that is done.
 *
 * <p>What goes to another warehouse besides goes there between the rows and the manifest: see
 * {@link #through}.
 */
public final class CommitRun extends PTransform<PCollection<ShardResult>, PCollection<EndedRun>> {

  private static final TupleTag<ShardResult> RESULTS = new TupleTag<>() {};
  private static final TupleTag<String> RUNS = new TupleTag<>() {};

  private final WarehouseStore store;
  private final RunHeader run;
  private final Gate gate;
  private final PlanningCost planning;
  private final String schema;
  private final @Nullable PTransform<PCollection<EndedRun>, PCollection<EndedRun>> publication;

  private CommitRun(
      WarehouseStore store,
      RunHeader run,
      Gate gate,
      PlanningCost planning,
      String schema,
      @Nullable PTransform<PCollection<EndedRun>, PCollection<EndedRun>> publication) {
    this.store = store;
    this.run = run;
    this.gate = gate;
    this.planning = planning;
    this.schema = schema;
    this.publication = publication;
  }

  /** Commits {@code run} to {@code store}; {@code gate} decides between ok and partial. */
  public static CommitRun of(
      WarehouseStore store, RunHeader run, Gate gate, PlanningCost planning) {
    return new CommitRun(store, run, gate, planning, Documents.writeLine(PlannedSchema.NONE), null);
  }

  /** The same with what is known of the fields; it becomes the registry's next version. */
  public CommitRun publishing(PlannedSchema planned) {
    return new CommitRun(store, run, gate, planning, Documents.writeLine(planned), publication);
  }

  /**
   * The same, handing the run to {@code elsewhere} before its manifest is written. It gets one
   * element, of which all files are whole, and hands it on when it is done; should it fail, nothing
   * is published anywhere.
   */
  public CommitRun through(PTransform<PCollection<EndedRun>, PCollection<EndedRun>> elsewhere) {
    return new CommitRun(store, run, gate, planning, schema, elsewhere);
  }

  @Override
  public PCollection<EndedRun> expand(PCollection<ShardResult> results) {
    String runId = run.runId();
    PCollection<KV<String, String>> theRun =
        results
            .getPipeline()
            .apply(
                "TheRun",
                Create.of(KV.of(runId, runId))
                    .withCoder(KvCoder.of(StringUtf8Coder.of(), StringUtf8Coder.of())));
    PCollection<KV<String, ShardResult>> ofTheRun =
        results
            .apply(
                "OfTheRun",
                WithKeys.<String, ShardResult>of(runId).withKeyType(TypeDescriptors.strings()))
            .setCoder(KvCoder.of(StringUtf8Coder.of(), DocumentCoder.of(ShardResult.class)));
    PCollection<EndedRun> ended =
        KeyedPCollectionTuple.of(RUNS, theRun)
            .and(RESULTS, ofTheRun)
            .apply("AwaitShards", CoGroupByKey.create())
            .apply("EndRun", ParDo.of(new EndFn(this)))
            .setCoder(DocumentCoder.of(EndedRun.class));
    return (publication == null ? ended : published(ended, publication))
        .apply("Commit", ParDo.of(new CommitFn(this)))
        .setCoder(DocumentCoder.of(EndedRun.class));
  }

  /** A publication that is tried again must find the files as they were at first. */
  private static PCollection<EndedRun> published(
      PCollection<EndedRun> ended,
      PTransform<PCollection<EndedRun>, PCollection<EndedRun>> publication) {
    return ended
        .apply("KeepEnd", Reshuffle.viaRandomKey())
        .apply("Publish", publication)
        .setCoder(DocumentCoder.of(EndedRun.class));
  }

  private Commit commit() {
    return new Commit(
        store, run, Documents.read(schema.getBytes(StandardCharsets.UTF_8), PlannedSchema.class));
  }

  private static final class EndFn extends DoFn<KV<String, CoGbkResult>, EndedRun> {

    private final CommitRun of;

    EndFn(CommitRun of) {
      this.of = of;
    }

    @ProcessElement
    public void processElement(
        @Element KV<String, CoGbkResult> shards, OutputReceiver<EndedRun> out) throws IOException {
      List<ShardResult> results = new ArrayList<>();
      shards.getValue().getAll(RESULTS).forEach(results::add);
      results.sort(Comparator.comparing(result -> result.report().shardId()));
      out.output(
          of.commit()
              .end(
                  new RunOutcome(of.run, of.gate, results, of.planning.hiddenProjects()),
                  results,
                  of.planning,
                  Instant.now()));
    }
  }

  private static final class CommitFn extends DoFn<EndedRun, EndedRun> {

    private final CommitRun of;

    CommitFn(CommitRun of) {
      this.of = of;
    }

    @ProcessElement
    public void processElement(@Element EndedRun ended, OutputReceiver<EndedRun> out) {
      of.commit().publish(ended);
      out.output(ended);
    }
  }
}
