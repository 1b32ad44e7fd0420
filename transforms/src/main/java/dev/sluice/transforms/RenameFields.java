package dev.sluice.transforms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.issue.Extraction;
import dev.sluice.schemas.issue.IssueJson;
import dev.sluice.schemas.issue.IssueRows;
import dev.sluice.schemas.issue.UnusableIssueException;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.table.Lineage;
import dev.sluice.transforms.failure.DeadLetter;
import java.io.IOException;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Turns each issue into the rows of its tables: {@code customfield_10042} becomes the column that
 * the field registry pinned to that id, typed by the field's schema. Instants stay as Jira wrote
 * them.
 *
 * <p>A value that does not fit its column goes raw into {@code extra}; an issue that cannot be
 * keyed is set aside with its JSON. Rows and failures together are exactly the issues that came in.
 */
public final class RenameFields extends PTransform<PCollection<RawIssue>, RowsOrFailures> {

  private static final TupleTag<RowBatch> ROWS = new TupleTag<>() {};
  private static final TupleTag<DeadLetter> FAILURES = new TupleTag<>() {};

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
  public RowsOrFailures expand(PCollection<RawIssue> issues) {
    return RowsOrFailures.of(issues, step(), ROWS, FAILURES, tables.schemas(Stage.AS_SENT));
  }

  Step<RawIssue, RowBatch, DeadLetter> step() {
    return new RenameStep(tables, run);
  }

  private record RenameStep(RunTables tables, RunHeader run)
      implements Step<RawIssue, RowBatch, DeadLetter> {

    @Override
    public Work<RawIssue, RowBatch, DeadLetter> open() {
      return new Renaming(
          new IssueRows(tables.columns(), tables.names()), IssueJson.mapper().reader(), run);
    }
  }

  private record Renaming(IssueRows rows, ObjectReader json, RunHeader run)
      implements Step.Work<RawIssue, RowBatch, DeadLetter> {

    private static final Counter MISFITS = Metrics.counter(Progress.NAMESPACE, "value_misfits");

    @Override
    public void process(RawIssue issue, Output<RowBatch> next, Output<DeadLetter> failures)
        throws IOException {
      RowBatch batch;
      try {
        batch = batch(issue);
      } catch (UnusableIssueException | JsonProcessingException e) {
        failures.accept(DeadLetters.ofIssue("RenameFields", issue, e));
        return;
      }
      next.accept(batch);
    }

    private RowBatch batch(RawIssue issue) throws IOException {
      JsonNode tree = json.readTree(issue.json());
      Lineage lineage = new Lineage(run.site(), run.runId(), issue.shardId(), issue.readAt());
      Extraction extraction = rows.extract(tree, lineage);
      MISFITS.inc(extraction.misfits());
      return new RowBatch(
          issue.shardId(),
          issue.position(),
          issue.readAt(),
          tree.path("id").asText(),
          extraction.rows());
    }
  }
}
