package dev.sluice.schemas.table;

import static dev.sluice.schemas.type.Scalar.JSON;
import static dev.sluice.schemas.type.Scalar.LONG;
import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

/** {@code _dead_letter}: what could not be loaded, why, and how to fetch it again. */
final class DeadLetterTable {

  static final Table TABLE =
      Declaration.of(
              "_dead_letter",
              "What could not be loaded, and how to fetch it again.",
              "run_id",
              "position")
          .column("run_id", STRING, "Run that set it aside.")
          .column("position", LONG, "Counts up within the run.")
          .column("at", TIMESTAMP, "When it was set aside.")
          .column("stage", STRING, "Step that could not go on with it.")
          .column("shard_id", STRING, "Shard it came with.")
          .column("issue_id", STRING, "Issue, where it is known.")
          .column("issue_key", STRING, "Key of the issue, where it is known.")
          .column("field_id", STRING, "Field that was at fault, where it is known.")
          .column("error_class", STRING, "Kind of the error.")
          .column("error_message", STRING, "What happened.")
          .column("raw", JSON, "The record as Jira sent it.")
          .column("replay_jql", STRING, "Query that fetches it again.")
          .build()
          .table();

  private DeadLetterTable() {}
}
