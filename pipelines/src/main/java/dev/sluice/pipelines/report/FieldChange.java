package dev.sluice.pipelines.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row of table {@code _schema_change}. */
record FieldChange(
    String kind,
    String fieldId,
    Optional<String> column,
    Optional<String> before,
    Optional<String> after) {

  static final List<String> COLUMNS = List.of("kind", "field_id", "column_name", "before", "after");

  static FieldChange of(Map<String, String> row) {
    return new FieldChange(
        row.getOrDefault("kind", ""),
        row.getOrDefault("field_id", ""),
        Optional.ofNullable(row.get("column_name")),
        Optional.ofNullable(row.get("before")),
        Optional.ofNullable(row.get("after")));
  }
}
