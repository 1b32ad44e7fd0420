package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.store.PublishedRuns;
import dev.sluice.transforms.store.WarehouseStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changed about fields, as runs have published it. */
public final class SchemaHistory {

  private static final List<String> COLUMNS =
      List.of("at", "run_id", "kind", "field_id", "column_name", "before", "after");

  private SchemaHistory() {}

  /** One row of {@code _schema_change}. */
  public record Change(
      Instant at,
      String runId,
      String kind,
      String fieldId,
      Optional<String> columnName,
      Optional<String> before,
      Optional<String> after) {}

  /** Every change, in the order of the runs. */
  public static List<Change> of(WarehouseStore store) {
    PublishedRuns runs = new PublishedRuns(store);
    List<Change> changes = new ArrayList<>();
    for (Manifest manifest : runs.manifests()) {
      runs.rows(manifest, Tables.SCHEMA_CHANGE.name(), COLUMNS, row -> changes.add(change(row)));
    }
    return changes;
  }

  private static Change change(Map<String, String> row) {
    return new Change(
        Instant.EPOCH.plus(Long.parseLong(row.getOrDefault("at", "0")), ChronoUnit.MICROS),
        row.getOrDefault("run_id", ""),
        row.getOrDefault("kind", ""),
        row.getOrDefault("field_id", ""),
        Optional.ofNullable(row.get("column_name")),
        Optional.ofNullable(row.get("before")),
        Optional.ofNullable(row.get("after")));
  }
}
