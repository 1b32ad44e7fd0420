package dev.sluice.transforms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.issue.Extraction;
import dev.sluice.schemas.issue.IssueJson;
import dev.sluice.schemas.issue.IssueRows;
import dev.sluice.schemas.issue.UnusableIssueException;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.table.Lineage;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.failure.DeadLetter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
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
 * Turns each issue into the rows of its tables: {@code customfield_10042} becomes the column that
 * the field registry pinned to that id, typed by the field's schema. Instants stay as Jira wrote
 * them.
 *
 * <p>A value that does not fit its column goes raw into {@code extra}; an issue that cannot be
 * keyed is set aside with its JSON. Rows and failures together are exactly the issues that came in.
 */
public final class RenameFields extends PTransform<PCollection<RawIssue>, RenameFields.Result> {

  private static final TupleTag<RowBatch> ROWS = new TupleTag<>() {};

  private final RunTables tables;
  private final RunHeader run;

  private RenameFields(RunTables tables, RunHeader run) {
    this.tables = tables;
    this.run = run;
  }

  /** Names columns by {@code tables} and stamps the rows with the lineage of {@code run}. */
  public static RenameFields to(RunTables tables, RunHeader run) {
    return new RenameFields(tables, run);
  }

  @Override
  public Result expand(PCollection<RawIssue> issues) {
    PCollectionTuple outputs =
        issues.apply(
            "RenameFields",
            ParDo.of(new StepFn<>(step(), ROWS))
                .withOutputTags(
                    ROWS,
                    TupleTagList.of(SideTags.FAILURES).and(SideTags.DETAILS).and(SideTags.PEOPLE)));
    return new Result(
        outputs.get(ROWS).setCoder(RowBatchCoder.of(tables.schemas(Stage.AS_SENT))),
        SideTags.failures(outputs),
        SideTags.details(outputs),
        SideTags.people(outputs));
  }

  /**
   * What became of the issues.
   *
   * @param rows the rows of each issue, a shard's in the bundle they came in
   * @param failures issues that cannot be keyed
   * @param details how many histories do not end at the current values, for {@link VerifyShards}
   * @param people everybody who occurs in the issues, for {@link MergePeople}
   */
  public record Result(
      PCollection<RowBatch> rows,
      PCollection<DeadLetter> failures,
      PCollection<ShardDetail> details,
      PCollection<PeopleBatch> people)
      implements POutput {

    @Override
    public Pipeline getPipeline() {
      return rows.getPipeline();
    }

    @Override
    public Map<TupleTag<?>, PValue> expand() {
      return Map.of(
          ROWS,
          rows,
          SideTags.FAILURES,
          failures,
          SideTags.DETAILS,
          details,
          SideTags.PEOPLE,
          people);
    }

    @Override
    public void finishSpecifyingOutput(String name, PInput input, PTransform<?, ?> transform) {}
  }

  Step<RawIssue, RowBatch> step() {
    return new RenameStep(tables, run);
  }

  private record RenameStep(RunTables tables, RunHeader run) implements Step<RawIssue, RowBatch> {

    @Override
    public Work<RawIssue, RowBatch> open() {
      return new Renaming(
          new IssueRows(tables.columns(), tables.names(), tables.history()),
          tables.names().contains(Tables.USER.name()),
          run);
    }
  }

  private static final class Renaming implements Step.Work<RawIssue, RowBatch> {

    private static final Counter MISFITS = Metrics.counter(Progress.NAMESPACE, "value_misfits");

    private final IssueRows rows;
    private final boolean collectsPeople;
    private final RunHeader run;
    private final ObjectReader json = IssueJson.mapper().reader();
    private final PeopleCollected people = new PeopleCollected();
    private final Map<String, Long> mismatches = new LinkedHashMap<>();

    Renaming(IssueRows rows, boolean collectsPeople, RunHeader run) {
      this.rows = rows;
      this.collectsPeople = collectsPeople;
      this.run = run;
    }

    @Override
    public void process(RawIssue issue, Output<RowBatch> next, Sides sides) throws IOException {
      RowBatch batch;
      try {
        batch = batch(issue);
      } catch (UnusableIssueException | IOException e) {
        // All is in memory: what fails here is the JSON, whatever Jackson calls it.
        sides.setAside(DeadLetters.ofIssue("RenameFields", issue, e));
        return;
      } catch (RuntimeException | StackOverflowError e) {
        // One issue that nobody has foreseen must not keep all others from landing.
        sides.setAside(DeadLetters.ofIssue("RenameFields", issue, e));
        return;
      }
      next.accept(batch);
    }

    @Override
    public void finish(Output<RowBatch> next, Sides sides) throws IOException {
      for (Map.Entry<String, Long> shard : mismatches.entrySet()) {
        sides.detail(ShardDetail.ofHistory(shard.getKey(), shard.getValue()));
      }
      mismatches.clear();
      people.take(sides::people);
    }

    @Override
    public void discard() {
      mismatches.clear();
      people.clear();
    }

    private RowBatch batch(RawIssue issue) throws IOException {
      JsonNode tree = json.readTree(issue.json());
      Lineage lineage = new Lineage(run.site(), run.runId(), issue.shardId(), issue.readAt());
      Extraction extraction = rows.extract(tree, lineage);
      MISFITS.inc(extraction.misfits());
      if (extraction.historyMismatches() > 0) {
        mismatches.merge(issue.shardId(), 1L, Long::sum);
      }
      if (collectsPeople) {
        people.in(tree, issue.readAt());
      }
      return new RowBatch(
          issue.shardId(),
          issue.position(),
          issue.readAt(),
          tree.path("id").asText(),
          extraction.rows());
    }
  }
}
