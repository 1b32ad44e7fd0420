package dev.sluice.transforms;

import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.avro.RowBuilder;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.failure.DeadLetter;
import dev.sluice.transforms.sweep.Tombstone;
import java.util.Optional;

/** Makes the rows that tell the truth about the load. */
final class RunRows {

  private RunRows() {}

  static Row of(DeadLetter letter, RunHeader run) {
    return RowBuilder.of(Tables.DEAD_LETTER)
        .with("run_id", run.runId())
        .with("position", letter.position())
        .with("at", letter.at())
        .with("stage", letter.stage())
        .with("shard_id", letter.shardId())
        .with("issue_id", letter.issueId())
        .with("issue_key", letter.issueKey())
        .with("field_id", letter.fieldId())
        .with("error_class", letter.errorClass())
        .with("error_message", letter.errorMessage())
        .with("raw", letter.raw())
        .with("replay_jql", letter.replayJql())
        .build();
  }

  static Row of(Tombstone tombstone, RunHeader run) {
    return RowBuilder.of(Tables.TOMBSTONE)
        .with("issue_id", tombstone.issueId())
        .with("key", tombstone.key())
        .with("reason", tombstone.reason().word())
        .with("new_key", tombstone.newKey())
        .with("detected_at", tombstone.detectedAt())
        .with("run_id", run.runId())
        .build();
  }

  static Row of(ShardResult result, RunHeader run) {
    ShardReport report = result.report();
    return RowBuilder.of(Tables.SHARD)
        .with("run_id", run.runId())
        .with("shard_id", report.shardId())
        .with("jql", report.jql())
        .with("range_from", report.rangeFrom())
        .with("range_to", report.rangeTo())
        .with("expected", report.expected())
        .with("expected_after", report.expectedAfter())
        .with("rows", report.received())
        .with("unique_issues", report.unique())
        .with("pages", report.pages())
        .with("requests", report.requests())
        .with("retries", report.retries())
        .with("throttled_ms", report.throttledMs())
        .with("bytes", report.bytes())
        .with("history_mismatches", report.historyMismatches())
        .with("started_at", report.startedAt())
        .with("finished_at", report.finishedAt())
        .with("status", result.status().word())
        .with("error_class", Optional.ofNullable(report.failure()).map(ShardReport.Failure::kind))
        .with("error_message", result.verdict().isEmpty() ? null : result.verdict())
        .build();
  }

  static Row of(RunSummary summary, RunHeader run) {
    RunSummary.Failure error = summary.error();
    return RowBuilder.of(Tables.RUN)
        .with("run_id", run.runId())
        .with("pipeline", run.pipeline())
        .with("mode", run.mode().word())
        .with("interval_from", run.interval().from())
        .with("interval_to", run.interval().to())
        .with("status", summary.status().word())
        .with("started_at", summary.startedAt())
        .with("finished_at", summary.finishedAt())
        .with("watermark", summary.watermark())
        .with("jira_edition", run.jiraEdition())
        .with("jira_version", run.jiraVersion())
        .with("shards", summary.shards().planned())
        .with("issues_expected", summary.shards().issuesExpected())
        .with("issues_read", summary.shards().issuesReceived())
        .with("issues_unique", summary.shards().issuesRead())
        .with("dead_letters", summary.failedRows())
        .with("requests", summary.requests())
        .with("requests_retried", summary.requestsRetried())
        .with("throttled_ms", summary.throttledMs())
        .with("schema_version", run.schemaVersion())
        .with("sluice_version", run.sluiceVersion())
        .with("error_class", error == null ? null : error.kind())
        .with("error_message", error == null ? null : error.message())
        .build();
  }
}
