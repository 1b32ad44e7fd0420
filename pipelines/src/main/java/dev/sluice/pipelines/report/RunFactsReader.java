package dev.sluice.pipelines.report;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.IssueProfile;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.ShardReport;
import dev.sluice.transforms.store.PublishedRuns;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a run left: its documents, and of its tables only those about the load. */
final class RunFactsReader {

  /** More of them help nobody who looks at a page. */
  private static final int MOST_ROWS = 5_000;

  private final WarehouseStore store;
  private final PublishedRuns runs;

  RunFactsReader(WarehouseStore store) {
    this.store = store;
    this.runs = new PublishedRuns(store);
  }

  /** A finished shard of a run that is not committed; the rest of that document is its own. */
  private record FinishedReports(List<ShardReport> reports) {}

  Optional<RunSummary> summary(String runId) {
    return document(WarehouseLayout.summary(runId), RunSummary.class);
  }

  /**
   * Everything about the run of a summary.
   *
   * @param previousRunId the run before it that published something
   */
  RunFacts of(RunSummary summary, Optional<String> previousRunId) {
    String runId = summary.runId();
    Optional<Manifest> manifest = document(WarehouseLayout.manifest(runId), Manifest.class);
    return new RunFacts(
        summary,
        document(WarehouseLayout.plan(runId), PlannedRun.class),
        manifest
            .map(found -> rows(found, Tables.SHARD, ShardFacts.COLUMNS, ShardFacts::of))
            .orElseGet(() -> finishedShards(runId)),
        manifest.isPresent(),
        document(WarehouseLayout.profile(runId), IssueProfile.class),
        manifest
            .map(found -> rows(found, Tables.SCHEMA_CHANGE, FieldChange.COLUMNS, FieldChange::of))
            .orElse(List.of()),
        manifest
            .map(found -> rows(found, Tables.DEAD_LETTER, SetAside.COLUMNS, SetAside::of))
            .orElse(List.of()),
        previousRunId.flatMap(this::summary));
  }

  private <T> List<T> rows(
      Manifest manifest,
      Table table,
      List<String> columns,
      Function<Map<String, String>, T> reading) {
    List<T> rows = new ArrayList<>();
    runs.rows(
        manifest,
        table.name(),
        columns,
        row -> {
          if (rows.size() < MOST_ROWS) {
            rows.add(reading.apply(row));
          }
        });
    return rows;
  }

  private List<ShardFacts> finishedShards(String runId) {
    return store.list(WarehouseLayout.finishedShard(runId, "*")).stream()
        .flatMap(path -> document(path, FinishedReports.class).stream())
        .flatMap(finished -> finished.reports().stream())
        .map(ShardFacts::of)
        .sorted(Comparator.comparing(ShardFacts::id))
        .toList();
  }

  /** A page is made of what can be read. */
  private <T> Optional<T> document(String path, Class<T> type) {
    try {
      return store.read(path).map(json -> Documents.read(json, type));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
