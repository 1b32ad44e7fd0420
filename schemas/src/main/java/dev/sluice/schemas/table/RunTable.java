package dev.sluice.schemas.table;

import static dev.sluice.schemas.type.Scalar.LONG;
import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

/** {@code _run}: one row per run, written last. */
final class RunTable {

  static final Table TABLE =
      Declaration.of("_run", "Runs, one row each, written last.", "run_id")
          .column("run_id", STRING, "Names the run; sorts by its start.")
          .column("pipeline", STRING, "Name of the pipeline, that of the Jira site.")
          .column(
              "mode", STRING, "What it was to read: first, incremental, interval, full or sweep.")
          .column("interval_from", TIMESTAMP, "Start of the interval it closed, inclusive.")
          .column("interval_to", TIMESTAMP, "End of the interval it closed, exclusive.")
          .column("status", STRING, "ok, partial (something is missing) or failed.")
          .column("started_at", TIMESTAMP, "When it started.")
          .column("finished_at", TIMESTAMP, "When it finished.")
          .column("watermark", TIMESTAMP, "Everything before it has been read.")
          .column("jira_edition", STRING, "cloud or data-center.")
          .column("jira_version", STRING, "Version the server names.")
          .column("shards", LONG, "Shards planned.")
          .column("issues_expected", LONG, "Issues the server counted before reading.")
          .column("issues_read", LONG, "Issues read, repeats included.")
          .column("issues_unique", LONG, "Issues written: one row an id.")
          .column("dead_letters", LONG, "Records set aside.")
          .column("requests", LONG, "Requests sent, repeats included.")
          .column("requests_retried", LONG, "Requests sent again.")
          .column("throttled_ms", LONG, "Milliseconds waited because the server asked to.")
          .column("schema_version", LONG, "Version of the field registry it used.")
          .column("sluice_version", STRING, "Version of Sluice that ran.")
          .column("error_class", STRING, "Kind of the error that ended it; null if none did.")
          .column("error_message", STRING, "What happened then.")
          .build()
          .table();

  private RunTable() {}
}
