package dev.sluice.transforms;

import dev.sluice.transforms.failure.DeadLetter;
import dev.sluice.transforms.jql.Shard;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.PInput;
import org.apache.beam.sdk.values.POutput;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * Takes each shard through all steps from Jira to its files in one go, page by page.
 *
 * <p>The steps behave as they do one after another. But DirectRunner, which does not fuse, would
 * keep the whole output of every step in memory, and begins with the second step when the first is
 * through with all shards: in one go a reader never holds more than a page. Runners that fuse lose
 * nothing. The files of a shard appear when it is read to its end, before its report; from then on
 * the shard is remembered and not read again by the same run.
 */
public final class LoadShards extends PTransform<PCollection<Shard>, LoadShards.Result> {

  static final TupleTag<WrittenFile> FILES = new TupleTag<>() {};

  private final LoadFn load;

  private LoadShards(LoadFn load) {
    this.load = load;
  }

  /** Does what the five do, in turn. */
  public static LoadShards by(
      FetchIssues fetch,
      CompleteChildren complete,
      RenameFields rename,
      NormalizeTimestamps normalize,
      WriteShardFiles write) {
    return new LoadShards(
        new LoadFn(
            fetch.step(),
            complete.step(),
            rename.step(),
            normalize.step(),
            write.step(),
            write.journal(),
            false,
            null));
  }

  /** The same, telling also which issues each shard has. */
  LoadShards tellingIds() {
    return new LoadShards(load.tellingIds());
  }

  /** The same, without the issues that others have already. */
  LoadShards leavingOut(PCollectionView<Iterable<ShardIds>> elsewhere) {
    return new LoadShards(load.leavingOut(elsewhere));
  }

  @Override
  public Result expand(PCollection<Shard> shards) {
    PCollectionTuple outputs =
        shards.apply(
            "LoadShard",
            ParDo.of(load)
                .withSideInputs(load.sideInputs())
                .withOutputTags(
                    FILES,
                    TupleTagList.of(SideTags.REPORTS)
                        .and(SideTags.DETAILS)
                        .and(SideTags.FAILURES)
                        .and(SideTags.PEOPLE)
                        .and(SideTags.IDS)));
    return new Result(
        outputs.get(FILES).setCoder(DocumentCoder.of(WrittenFile.class)),
        SideTags.reports(outputs),
        SideTags.details(outputs),
        SideTags.failures(outputs),
        SideTags.people(outputs),
        SideTags.ids(outputs));
  }

  /**
   * What loading left.
   *
   * @param files one a shard and table that has rows
   * @param reports one a shard
   * @param details what belongs to the reports besides
   * @param failures what was set aside
   * @param people everybody who occurs in the issues
   * @param ids which issues each shard has, where that was asked for
   */
  public record Result(
      PCollection<WrittenFile> files,
      PCollection<ShardReport> reports,
      PCollection<ShardDetail> details,
      PCollection<DeadLetter> failures,
      PCollection<PeopleBatch> people,
      PCollection<ShardIds> ids)
      implements POutput {

    @Override
    public Pipeline getPipeline() {
      return files.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(
          FILES,
          files,
          SideTags.REPORTS,
          reports,
          SideTags.DETAILS,
          details,
          SideTags.FAILURES,
          failures,
          SideTags.PEOPLE,
          people,
          SideTags.IDS,
          ids);
    }

    @Override
    public void finishSpecifyingOutput(String name, PInput input, PTransform<?, ?> transform) {}
  }

  private static final class LoadFn extends DoFn<Shard, WrittenFile> {

    private final Step<Shard, RawIssue> fetch;
    private final Step<RawIssue, RawIssue> complete;
    private final Step<RawIssue, RowBatch> rename;
    private final Step<RowBatch, RowBatch> normalize;
    private final Step<RowBatch, WrittenFile> write;
    private final ShardJournal journal;
    private final boolean tellsIds;
    private final @Nullable PCollectionView<Iterable<ShardIds>> elsewhere;
    private transient ShardChain chain;

    LoadFn(
        Step<Shard, RawIssue> fetch,
        Step<RawIssue, RawIssue> complete,
        Step<RawIssue, RowBatch> rename,
        Step<RowBatch, RowBatch> normalize,
        Step<RowBatch, WrittenFile> write,
        ShardJournal journal,
        boolean tellsIds,
        @Nullable PCollectionView<Iterable<ShardIds>> elsewhere) {
      this.fetch = fetch;
      this.complete = complete;
      this.rename = rename;
      this.normalize = normalize;
      this.write = write;
      this.journal = journal;
      this.tellsIds = tellsIds;
      this.elsewhere = elsewhere;
    }

    LoadFn tellingIds() {
      return new LoadFn(fetch, complete, rename, normalize, write, journal, true, elsewhere);
    }

    LoadFn leavingOut(PCollectionView<Iterable<ShardIds>> ids) {
      return new LoadFn(fetch, complete, rename, normalize, write, journal, tellsIds, ids);
    }

    List<PCollectionView<?>> sideInputs() {
      return elsewhere == null ? List.of() : List.of(elsewhere);
    }

    @Setup
    public void setup() {
      chain =
          new ShardChain(
              fetch.open(),
              new IssueSieve(tellsIds),
              complete.open(),
              rename.open(),
              normalize.open(),
              write.open());
    }

    @ProcessElement
    public void processElement(
        @Element Shard shard, ProcessContext context, MultiOutputReceiver out) throws IOException {
      Optional<FinishedShard> earlier = journal.find(shard);
      FinishedShard finished = earlier.isPresent() ? earlier.get() : load(shard, context);
      if (earlier.isPresent()) {
        Progress.received(finished.rows());
        Progress.SHARDS_DONE.inc();
      } else if (finished.isWhole()) {
        journal.remember(shard, finished);
      }
      finished.emit(StepFn.now(out));
    }

    private FinishedShard load(Shard shard, ProcessContext context) throws IOException {
      if (elsewhere != null) {
        chain.sieve().leaveOut(idsOf(context.sideInput(elsewhere)));
      }
      FinishedShard.Gathering gathering = new FinishedShard.Gathering();
      chain.load(shard, gathering::file, gathering);
      return gathering.finished(shard);
    }

    private static Set<String> idsOf(Iterable<ShardIds> shards) {
      Set<String> ids = new HashSet<>();
      shards.forEach(one -> ids.addAll(one.issueIds()));
      return ids;
    }

    @Teardown
    public void teardown() throws IOException {
      if (chain != null) {
        chain.close();
      }
    }
  }
}
