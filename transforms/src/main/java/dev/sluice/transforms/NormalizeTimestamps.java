package dev.sluice.transforms;

import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.issue.UnusableIssueException;
import dev.sluice.schemas.issue.UtcRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Turns every instant, nested ones too, from the text Jira sent (the offset of the site's zone,
 * which changes with daylight saving time) into microseconds since the epoch, UTC. Dates have no
 * zone and are never shifted.
 *
 * <p>Text that is no time becomes null and goes raw into {@code extra}; an issue whose {@code
 * created} or {@code updated} is unusable is set aside.
 */
public final class NormalizeTimestamps extends PTransform<PCollection<RowBatch>, RowsOrFailures> {

  private static final TupleTag<RowBatch> ROWS = new TupleTag<>() {};

  private final RunTables tables;

  private NormalizeTimestamps(RunTables tables) {
    this.tables = tables;
  }

  /** Normalises the rows of {@code tables}. */
  public static NormalizeTimestamps of(RunTables tables) {
    return new NormalizeTimestamps(tables);
  }

  @Override
  public RowsOrFailures expand(PCollection<RowBatch> batches) {
    return RowsOrFailures.of(batches, step(), ROWS, tables.schemas(Stage.UTC));
  }

  Step<RowBatch, RowBatch> step() {
    return new NormalizeStep(tables);
  }

  private record NormalizeStep(RunTables tables) implements Step<RowBatch, RowBatch> {

    @Override
    public Work<RowBatch, RowBatch> open() {
      return new Normalizing(new UtcRows(tables.all()));
    }
  }

  private record Normalizing(UtcRows utc) implements Step.Work<RowBatch, RowBatch> {

    @Override
    public void process(RowBatch batch, Output<RowBatch> next, Sides sides) throws IOException {
      List<Row> rows = new ArrayList<>(batch.rows().size());
      try {
        for (Row row : batch.rows()) {
          rows.add(utc.normalize(row));
        }
      } catch (UnusableIssueException e) {
        sides.setAside(DeadLetters.ofRows("NormalizeTimestamps", batch, e));
        return;
      } catch (RuntimeException | StackOverflowError e) {
        // One issue that nobody has foreseen must not keep all others from landing.
        sides.setAside(DeadLetters.ofRows("NormalizeTimestamps", batch, e));
        return;
      }
      next.accept(
          new RowBatch(batch.shardId(), batch.position(), batch.readAt(), batch.issueId(), rows));
    }
  }
}
