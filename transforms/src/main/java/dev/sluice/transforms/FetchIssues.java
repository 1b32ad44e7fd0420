package dev.sluice.transforms;

import dev.sluice.transforms.jira.JiraClient;
import dev.sluice.transforms.jira.JiraConnection;
import dev.sluice.transforms.jql.Shard;
import java.io.IOException;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
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
 * Pages every shard to its end, inside the request budget that all readers of this JVM share.
 *
 * <p>Each issue id comes out once per shard, in the server's order, and no issue of a page whose
 * body was not whole. A shard that cannot be read to its end says so in its report and does not
 * stop the others; rejected credentials stop the run, because every other answer may then be
 * silently empty. Parallelism is the number of shards, bounded by the budget's concurrency.
 */
public final class FetchIssues extends PTransform<PCollection<Shard>, FetchIssues.Result> {

  private static final TupleTag<RawIssue> ISSUES = new TupleTag<>() {};
  private static final TupleTag<ShardReport> REPORTS = new TupleTag<>() {};

  private final JiraConnection jira;
  private final int pageSize;

  private FetchIssues(JiraConnection jira, int pageSize) {
    this.jira = jira;
    this.pageSize = pageSize;
  }

  /**
   * Reads from the Jira of {@code jira}, asking for {@code pageSize} issues a page; the server may
   * give fewer.
   */
  public static FetchIssues from(JiraConnection jira, int pageSize) {
    return new FetchIssues(jira, pageSize);
  }

  @Override
  public Result expand(PCollection<Shard> shards) {
    PCollectionTuple outputs =
        shards.apply(
            "PageShards",
            ParDo.of(new StepFn<>(step(), ISSUES, REPORTS))
                .withOutputTags(ISSUES, TupleTagList.of(REPORTS)));
    return new Result(
        outputs.get(ISSUES).setCoder(RawIssue.RawIssueCoder.INSTANCE),
        outputs.get(REPORTS).setCoder(DocumentCoder.of(ShardReport.class)));
  }

  /**
   * What was read.
   *
   * @param issues every issue of every shard
   * @param reports one report a shard, after its last issue
   */
  public record Result(PCollection<RawIssue> issues, PCollection<ShardReport> reports)
      implements POutput {

    @Override
    public Pipeline getPipeline() {
      return issues.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(ISSUES, issues, REPORTS, reports);
    }

    @Override
    public void finishSpecifyingOutput(String name, PInput input, PTransform<?, ?> transform) {}
  }

  Step<Shard, RawIssue, ShardReport> step() {
    return new FetchStep(jira, pageSize);
  }

  private record FetchStep(JiraConnection jira, int pageSize)
      implements Step<Shard, RawIssue, ShardReport> {

    @Override
    public Work<Shard, RawIssue, ShardReport> open() {
      return new Fetching(JiraClient.open(jira), pageSize);
    }
  }

  private record Fetching(JiraClient client, int pageSize)
      implements Step.Work<Shard, RawIssue, ShardReport> {

    @Override
    public void process(Shard shard, Output<RawIssue> issues, Output<ShardReport> reports)
        throws IOException {
      ShardReport report = new ShardReader(client, pageSize).read(shard, issues);
      Progress.SHARDS_DONE.inc();
      reports.accept(report);
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
