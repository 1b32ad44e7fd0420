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
 * <p>Each issue id comes out once per shard, and no issue of a page whose body was not whole. What
 * came is compared with what Jira counts; issues that its pages left out are read by their ids. A
 * shard that cannot be read to its end says so in its report and does not stop the others; rejected
 * credentials stop the run, because every other answer may then be silently empty. Parallelism is
 * the number of shards, bounded by the budget's concurrency.
 */
public final class FetchIssues extends PTransform<PCollection<Shard>, FetchIssues.Result> {

  private static final TupleTag<RawIssue> ISSUES = new TupleTag<>() {};

  private final JiraConnection jira;
  private final int pageSize;
  private final double tolerance;

  private FetchIssues(JiraConnection jira, int pageSize, double tolerance) {
    this.jira = jira;
    this.pageSize = pageSize;
    this.tolerance = tolerance;
  }

  /**
   * Reads from the Jira of {@code jira}, asking for {@code pageSize} issues a page; the server may
   * give fewer.
   */
  public static FetchIssues from(JiraConnection jira, int pageSize) {
    return new FetchIssues(jira, pageSize, 0);
  }

  /**
   * The same where Jira's counts are estimates: one that is too high by no more than this share of
   * it is not looked into any further.
   */
  public FetchIssues tolerating(double share) {
    return new FetchIssues(jira, pageSize, share);
  }

  @Override
  public Result expand(PCollection<Shard> shards) {
    PCollectionTuple outputs =
        shards.apply(
            "PageShards",
            ParDo.of(new StepFn<>(step(), ISSUES))
                .withOutputTags(ISSUES, TupleTagList.of(SideTags.REPORTS)));
    return new Result(
        outputs.get(ISSUES).setCoder(RawIssue.RawIssueCoder.INSTANCE), SideTags.reports(outputs));
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
      return Map.of(ISSUES, issues, SideTags.REPORTS, reports);
    }

    @Override
    public void finishSpecifyingOutput(String name, PInput input, PTransform<?, ?> transform) {}
  }

  Step<Shard, RawIssue> step() {
    return new FetchStep(jira, pageSize, tolerance);
  }

  private record FetchStep(JiraConnection jira, int pageSize, double tolerance)
      implements Step<Shard, RawIssue> {

    @Override
    public Work<Shard, RawIssue> open() {
      return new Fetching(JiraClient.open(jira), pageSize, tolerance);
    }
  }

  private record Fetching(JiraClient client, int pageSize, double tolerance)
      implements Step.Work<Shard, RawIssue> {

    @Override
    public void process(Shard shard, Output<RawIssue> issues, Sides sides) throws IOException {
      ShardReport report = new ShardReader(client, pageSize, tolerance).read(shard, issues);
      Progress.SHARDS_DONE.inc();
      sides.report(report);
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
