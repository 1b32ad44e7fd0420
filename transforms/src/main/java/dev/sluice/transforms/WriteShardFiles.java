package dev.sluice.transforms;

import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Writes one Avro file per shard and table, named after the shard, and hands on the names.
 *
 * <p>A file appears only whole, when its bundle ends; writing a shard again replaces its files. The
 * rows of a shard must arrive in one bundle, which holds as long as nothing between its reader and
 * here regroups them, or as {@link LoadShards} sees to; were a runner to cut them apart, {@link
 * VerifyShards} would see one file written twice and refuse it. No grouping of rows happens here:
 * on DirectRunner it costs thirty times the throughput, and FileIO with runner-chosen shards loses
 * files.
 */
public final class WriteShardFiles
    extends PTransform<PCollection<RowBatch>, PCollection<WrittenFile>> {

  private static final TupleTag<WrittenFile> FILES = new TupleTag<>() {};

  private final WarehouseStore store;
  private final RunHeader run;

  private WriteShardFiles(WarehouseStore store, RunHeader run) {
    this.store = store;
    this.run = run;
  }

  /** Writes into {@code store}, under the interval and run of {@code run}. */
  public static WriteShardFiles to(WarehouseStore store, RunHeader run) {
    return new WriteShardFiles(store, run);
  }

  @Override
  public PCollection<WrittenFile> expand(PCollection<RowBatch> batches) {
    return batches
        .apply(
            "WriteFilePerShard",
            ParDo.of(new StepFn<>(step(), FILES)).withOutputTags(FILES, TupleTagList.empty()))
        .get(FILES)
        .setCoder(DocumentCoder.of(WrittenFile.class));
  }

  ShardJournal journal() {
    return new ShardJournal(store, run.runId());
  }

  Step<RowBatch, WrittenFile> step() {
    return new WriteStep(store, run);
  }

  private record WriteStep(WarehouseStore store, RunHeader run)
      implements Step<RowBatch, WrittenFile> {

    @Override
    public Work<RowBatch, WrittenFile> open() {
      return new Writing(store, run, new LinkedHashMap<>());
    }
  }

  private record Target(String shardId, String table) {}

  private record OpenFile(AvroFile file, Optional<IssueCensus> census) {

    void append(GenericRecord record) throws IOException {
      file.append(record);
      census.ifPresent(counting -> counting.count(record));
    }

    WrittenFile publish(Target target) throws IOException {
      return new WrittenFile(
          target.shardId(),
          target.table(),
          file.publish(),
          census.map(IssueCensus::profile).orElse(null));
    }
  }

  private record Writing(WarehouseStore store, RunHeader run, Map<Target, OpenFile> open)
      implements Step.Work<RowBatch, WrittenFile> {

    @Override
    public void process(RowBatch batch, Output<WrittenFile> files, Sides sides) throws IOException {
      for (Row row : batch.rows()) {
        Target target = new Target(batch.shardId(), row.table());
        OpenFile file = open.get(target);
        if (file == null) {
          file = create(target, row);
          open.put(target, file);
        }
        file.append(row.record());
      }
    }

    @Override
    public void finish(Output<WrittenFile> files, Sides sides) throws IOException {
      for (Map.Entry<Target, OpenFile> entry : open.entrySet()) {
        files.accept(entry.getValue().publish(entry.getKey()));
      }
      open.clear();
    }

    /** What failed leaves no temporary files behind. */
    @Override
    public void discard() throws IOException {
      for (OpenFile each : open.values()) {
        each.file().close();
      }
      open.clear();
    }

    private OpenFile create(Target target, Row row) throws IOException {
      String path =
          WarehouseLayout.dataFile(target.table(), run.interval(), run.runId(), target.shardId());
      Schema schema = row.record().getSchema();
      return new OpenFile(
          AvroFile.create(store, path, schema),
          IssueCensus.isAbout(target.table())
              ? Optional.of(IssueCensus.of(schema, run))
              : Optional.empty());
    }
  }
}
