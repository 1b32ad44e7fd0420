package dev.sluice.transforms;

import dev.sluice.transforms.failure.DeadLetter;
import dev.sluice.transforms.jql.Shard;
import java.io.IOException;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Takes each shard through all steps from Jira to its files in one go, page by page.
 *
 * <p>The steps behave as they do one after another. But DirectRunner, which does not fuse, would
 * keep the whole output of every step in memory, and begins with the second step when the first is
 * through with all shards: in one go a reader never holds more than a page. Runners that fuse lose
 * nothing. The files of a shard appear when it is read to its end, before its report.
 */
public final class LoadShards extends PTransform<PCollection<Shard>, LoadShards.Result> {

  private static final TupleTag<WrittenFile> FILES = new TupleTag<>() {};
  private static final TupleTag<ShardReport> REPORTS = new TupleTag<>() {};
  private static final TupleTag<DeadLetter> FAILURES = new TupleTag<>() {};

  private final LoadFn load;

  private LoadShards(LoadFn load) {
    this.load = load;
  }

  /** Does what {@code fetch}, {@code rename}, {@code normalize} and {@code write} do in turn. */
  public static LoadShards by(
      FetchIssues fetch,
      RenameFields rename,
      NormalizeTimestamps normalize,
      WriteShardFiles write) {
    return new LoadShards(new LoadFn(fetch.step(), rename.step(), normalize.step(), write.step()));
  }

  @Override
  public Result expand(PCollection<Shard> shards) {
    PCollectionTuple outputs =
        shards.apply(
            "LoadShard",
            ParDo.of(load).withOutputTags(FILES, TupleTagList.of(REPORTS).and(FAILURES)));
    return new Result(
        outputs.get(FILES).setCoder(DocumentCoder.of(WrittenFile.class)),
        outputs.get(REPORTS).setCoder(DocumentCoder.of(ShardReport.class)),
        outputs.get(FAILURES).setCoder(DocumentCoder.of(DeadLetter.class)));
  }

  /**
   * What loading left.
   *
   * @param files one a shard and table that has rows
   * @param reports one a shard
   * @param failures what was set aside
   */
  public record Result(
      PCollection<WrittenFile> files,
      PCollection<ShardReport> reports,
      PCollection<DeadLetter> failures)
      implements POutput {

    @Override
    public Pipeline getPipeline() {
      return files.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(FILES, files, REPORTS, reports, FAILURES, failures);
    }

    @Override
    public void finishSpecifyingOutput(String name, PInput input, PTransform<?, ?> transform) {}
  }

  private static final class LoadFn extends DoFn<Shard, WrittenFile> {

    private final Step<Shard, RawIssue, ShardReport> fetch;
    private final Step<RawIssue, RowBatch, DeadLetter> rename;
    private final Step<RowBatch, RowBatch, DeadLetter> normalize;
    private final Step<RowBatch, WrittenFile, Void> write;
    private transient Chain chain;

    LoadFn(
        Step<Shard, RawIssue, ShardReport> fetch,
        Step<RawIssue, RowBatch, DeadLetter> rename,
        Step<RowBatch, RowBatch, DeadLetter> normalize,
        Step<RowBatch, WrittenFile, Void> write) {
      this.fetch = fetch;
      this.rename = rename;
      this.normalize = normalize;
      this.write = write;
    }

    @Setup
    public void setup() {
      chain = new Chain(fetch.open(), rename.open(), normalize.open(), write.open());
    }

    @ProcessElement
    public void processElement(@Element Shard shard, MultiOutputReceiver out) throws IOException {
      chain.load(
          shard, out.get(FILES)::output, out.get(REPORTS)::output, out.get(FAILURES)::output);
    }

    @Teardown
    public void teardown() throws IOException {
      if (chain != null) {
        chain.close();
      }
    }
  }

  /** The steps at work, each handing to the next. */
  private record Chain(
      Step.Work<Shard, RawIssue, ShardReport> fetch,
      Step.Work<RawIssue, RowBatch, DeadLetter> rename,
      Step.Work<RowBatch, RowBatch, DeadLetter> normalize,
      Step.Work<RowBatch, WrittenFile, Void> write) {

    void load(
        Shard shard,
        Output<WrittenFile> files,
        Output<ShardReport> reports,
        Output<DeadLetter> failures)
        throws IOException {
      // A shard that failed before is loaded anew: nothing of it may be left.
      write.discard();
      Output<RowBatch> written = batch -> write.process(batch, files, nothing -> {});
      Output<RowBatch> normalized = batch -> normalize.process(batch, written, failures);
      Output<RawIssue> renamed = issue -> rename.process(issue, normalized, failures);
      fetch.process(
          shard,
          renamed,
          report -> {
            write.finish(files);
            reports.accept(report);
          });
    }

    void close() throws IOException {
      try (fetch;
          rename;
          normalize;
          write) {
        // Each is closed, whatever the others do.
      }
    }
  }
}
