package dev.sluice.pipelines.report;

import dev.sluice.transforms.ShardReport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one shard that came to an end.
 *
 * @param jql empty for a list that is no query
 * @param rows objects it brought, each once
 * @param throttled time waited because Jira asked for it
 * @param status as in table {@code _shard}; {@code read} where nobody came to verify it
 * @param problem what happened; empty when nothing did
 */
record ShardFacts(
    String id,
    Optional<String> jql,
    OptionalLong expected,
    OptionalLong expectedAfter,
    long rows,
    long requests,
    long retries,
    Duration throttled,
    Instant startedAt,
    Instant finishedAt,
    String status,
    Optional<String> problem) {

  /** The columns of {@code _shard} that {@link #of(Map)} reads. */
  static final List<String> COLUMNS =
      List.of(
          "shard_id",
          "jql",
          "expected",
          "expected_after",
          "unique_issues",
          "requests",
          "retries",
          "throttled_ms",
          "started_at",
          "finished_at",
          "status",
          "error_message");

  static ShardFacts of(Map<String, String> row) {
    return new ShardFacts(
        row.getOrDefault("shard_id", ""),
        Optional.ofNullable(row.get("jql")),
        number(row, "expected"),
        number(row, "expected_after"),
        number(row, "unique_issues").orElse(0),
        number(row, "requests").orElse(0),
        number(row, "retries").orElse(0),
        Duration.ofMillis(number(row, "throttled_ms").orElse(0)),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        row.getOrDefault("status", ""),
        Optional.ofNullable(row.get("error_message")));
  }

  /** A shard of a run that was cut off before it could be verified. */
  static ShardFacts of(ShardReport report) {
    return new ShardFacts(
        report.shardId(),
        Optional.ofNullable(report.jql()),
        optional(report.expected()),
        optional(report.expectedAfter()),
        report.rows() - report.leftOut(),
        report.requests(),
        report.retries(),
        Duration.ofMillis(report.throttledMs()),
        report.startedAt(),
        report.finishedAt(),
        report.failure() == null ? "read" : "failed",
        Optional.ofNullable(report.failure()).map(ShardReport.Failure::message));
  }

  /** Whether nothing of it is missing, as far as anybody looked. */
  boolean isWell() {
    return !status.equals("mismatch") && !status.equals("failed");
  }

  Duration took() {
    return Duration.between(startedAt, finishedAt);
  }

  private static OptionalLong optional(@Nullable Long number) {
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private static OptionalLong number(Map<String, String> row, String column) {
    String text = row.get(column);
    return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
  }

  private static Instant instant(Map<String, String> row, String column) {
    return Instant.EPOCH.plus(number(row, column).orElse(0), ChronoUnit.MICROS);
  }
}
