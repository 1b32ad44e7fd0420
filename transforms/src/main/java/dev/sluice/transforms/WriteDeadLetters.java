package dev.sluice.transforms;

import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.failure.DeadLetter;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Writes what was set aside, one file a shard in table {@code _dead_letter}, ordered by position,
 * whichever step refused it.
 */
public final class WriteDeadLetters
    extends PTransform<PCollection<DeadLetter>, PCollection<WrittenFile>> {

  private final WarehouseStore store;
  private final RunHeader run;

  private WriteDeadLetters(WarehouseStore store, RunHeader run) {
    this.store = store;
    this.run = run;
  }

  /** Writes into {@code store}, under the interval and run of {@code run}. */
  public static WriteDeadLetters to(WarehouseStore store, RunHeader run) {
    return new WriteDeadLetters(store, run);
  }

  @Override
  public PCollection<WrittenFile> expand(PCollection<DeadLetter> letters) {
    return letters
        .apply("ByShard", WithKeys.of(DeadLetter::shardId).withKeyType(TypeDescriptors.strings()))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), DocumentCoder.of(DeadLetter.class)))
        .apply("GroupByShard", GroupByKey.create())
        .apply("WriteFilePerShard", ParDo.of(new WriteFn(store, run)))
        .setCoder(DocumentCoder.of(WrittenFile.class));
  }

  private static final class WriteFn extends DoFn<KV<String, Iterable<DeadLetter>>, WrittenFile> {

    private final WarehouseStore store;
    private final RunHeader run;

    WriteFn(WarehouseStore store, RunHeader run) {
      this.store = store;
      this.run = run;
    }

    @ProcessElement
    public void processElement(
        @Element KV<String, Iterable<DeadLetter>> shard, OutputReceiver<WrittenFile> out)
        throws IOException {
      List<DeadLetter> letters = new ArrayList<>();
      shard.getValue().forEach(letters::add);
      letters.sort(Comparator.comparingLong(DeadLetter::position));
      out.output(
          new WrittenFile(
              shard.getKey(),
              Tables.DEAD_LETTER.name(),
              AvroFile.write(
                  store,
                  WarehouseLayout.dataFile(
                      Tables.DEAD_LETTER.name(), run.interval(), run.runId(), shard.getKey()),
                  letters.stream().map(letter -> RunRows.of(letter, run)).toList())));
    }
  }
}
