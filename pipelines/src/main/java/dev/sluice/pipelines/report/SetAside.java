package dev.sluice.pipelines.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What table {@code _dead_letter} says of one issue, without the issue itself. */
record SetAside(
    String stage,
    Optional<String> issueId,
    Optional<String> issueKey,
    Optional<String> fieldId,
    String reason,
    Optional<String> replayJql) {

  static final List<String> COLUMNS =
      List.of("stage", "issue_id", "issue_key", "field_id", "error_message", "replay_jql");

  static SetAside of(Map<String, String> row) {
    return new SetAside(
        row.getOrDefault("stage", ""),
        Optional.ofNullable(row.get("issue_id")),
        Optional.ofNullable(row.get("issue_key")),
        Optional.ofNullable(row.get("field_id")),
        row.getOrDefault("error_message", ""),
        Optional.ofNullable(row.get("replay_jql")));
  }
}
