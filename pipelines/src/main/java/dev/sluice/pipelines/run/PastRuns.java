package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The runs of a warehouse by the summaries they left. */
public final class PastRuns {

  private final WarehouseStore store;

  /** Looks into {@code store}; nothing is written. */
  public PastRuns(WarehouseStore store) {
    this.store = store;
  }

  /** All that came to an end, well or not, the latest first. */
  public List<RunSummary> all() {
    return store.list(WarehouseLayout.summary("*")).stream()
        .flatMap(path -> read(path).stream())
        .sorted(
            Comparator.comparing(RunSummary::startedAt).thenComparing(RunSummary::runId).reversed())
        .toList();
  }

  /**
   * One run.
   *
   * @throws RunException.NoSuchRun when the warehouse knows none of this name
   */
  public RunSummary named(String runId) {
    return read(WarehouseLayout.summary(runId))
        .orElseThrow(() -> new RunException.NoSuchRun(runId, store.root()));
  }

  private Optional<RunSummary> read(String path) {
    return store.read(path).flatMap(PastRuns::parsed);
  }

  /** One damaged summary must not hide the others. */
  private static Optional<RunSummary> parsed(byte[] json) {
    try {
      return Optional.of(Documents.read(json, RunSummary.class));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
