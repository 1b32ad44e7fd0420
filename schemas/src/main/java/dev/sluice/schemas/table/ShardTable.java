package dev.sluice.schemas.table;

import static dev.sluice.schemas.type.Scalar.LONG;
import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

/** {@code _shard}: one row per planned shard of a run: what was asked, and what came. */
final class ShardTable {

  static final Table TABLE =
      Declaration.of(
              "_shard", "What each query of a run was to bring, and brought.", "run_id", "shard_id")
          .column("run_id", STRING, "Run that planned it.")
          .column("shard_id", STRING, "Names the shard within its run.")
          .column("jql", STRING, "Query it read.")
          .column("range_from", TIMESTAMP, "Start of its range, inclusive.")
          .column("range_to", TIMESTAMP, "End of its range, exclusive; null when open.")
          .column("expected", LONG, "Issues the server counted when it was planned.")
          .column("expected_after", LONG, "Issues the server counted after it was read.")
          .column("rows", LONG, "Issues read, repeats included.")
          .column("unique_issues", LONG, "Issues read, one an id.")
          .column("pages", LONG, "Pages read.")
          .column("requests", LONG, "Requests sent, repeats included.")
          .column("retries", LONG, "Requests sent again.")
          .column("throttled_ms", LONG, "Milliseconds waited because the server asked to.")
          .column("bytes", LONG, "Bytes of the answers, unpacked.")
          .column("history_mismatches", LONG, "Issues whose history does not end as they are.")
          .column("started_at", TIMESTAMP, "When it started.")
          .column("finished_at", TIMESTAMP, "When it finished.")
          .column(
              "status",
              STRING,
              "complete, reread (complete at the second reading), mismatch (the count differs) or failed.")
          .column("error_class", STRING, "Kind of the error that ended it; null if none did.")
          .column("error_message", STRING, "What happened then.")
          .build()
          .table();

  private ShardTable() {}
}
