package dev.sluice.schemas.table;

import dev.sluice.schemas.type.Scalar;
import java.time.Instant;
import java.util.List;

/**
 * Where the rows of a page come from; the last columns of every data table.
 *
 * @param site the configured name of the Jira site
 * @param readAt the server's time of the page
 */
public record Lineage(String site, String runId, String shardId, Instant readAt) {

  /** The lineage columns in their order. */
  static final List<Column> COLUMNS =
      List.of(
          Column.of("_site", Scalar.STRING, "Name of the Jira site the row comes from."),
          Column.of("_run_id", Scalar.STRING, "Run that read the row."),
          Column.of("_shard_id", Scalar.STRING, "Shard of the run that read the row."),
          Column.of(
              "_read_at", Scalar.TIMESTAMP, "Server time of the page the row was read from."));
}
