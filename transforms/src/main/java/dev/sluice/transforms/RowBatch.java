package dev.sluice.transforms;

import dev.sluice.schemas.avro.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one issue in every table, or of one page of a dimension. It travels as one element,
 * so that an issue lands whole or is set aside whole.
 *
 * @param position where the issue stood in the run; unique within it
 * @param readAt the server's time of the page it came from
 * @param issueId null for a dimension
 */
public record RowBatch(
    String shardId, long position, Instant readAt, @Nullable String issueId, List<Row> rows) {

  public RowBatch {
    rows = List.copyOf(rows);
  }
}
