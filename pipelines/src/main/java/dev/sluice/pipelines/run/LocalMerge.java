package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.local.LocalWarehouse;
import dev.sluice.transforms.local.LocalWarehouseException;
import dev.sluice.transforms.local.Merge;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database beside the files up to date. The files are the warehouse: a run whose
 * database could not be written has not failed, and the next run catches up.
 */
final class LocalMerge {

  private static final Logger LOG = LoggerFactory.getLogger(LocalMerge.class);

  private final WarehouseRoot root;

  LocalMerge(WarehouseRoot root) {
    this.root = root;
  }

  /** The summary of the run with what is to be said about the database. */
  RunSummary after(RunRequest request, RunSummary summary) {
    if (!request.config().localWarehouse()) {
      return summary;
    }
    Optional<Path> file = root.localFile(WarehouseLayout.LOCAL_WAREHOUSE);
    return file.isEmpty() ? summary : merged(request, summary, file.get());
  }

  private RunSummary merged(RunRequest request, RunSummary summary, Path file) {
    Optional<LocalWarehouse> warehouse = LocalWarehouse.installed();
    if (warehouse.isEmpty()) {
      return noted(summary, "the local warehouse is left out: its library is not installed");
    }
    try {
      Merge merge =
          warehouse
              .get()
              .merge(root.store(), file, ViewRoles.of(request.config().marts(), root.store()));
      return merge instanceof Merge.Busy busy
          ? noted(
              summary,
              "the local warehouse is as it was: %s has %s open; the next run catches up"
                  .formatted(busy.holder(), file))
          : summary.alsoAt(file.toString());
    } catch (LocalWarehouseException e) {
      return noted(
          summary,
          "the local warehouse is as it was: "
              + e.getMessage()
              + "; try 'sluice warehouse rebuild'");
    }
  }

  private static RunSummary noted(RunSummary summary, String warning) {
    LOG.warn("{}", warning);
    return summary.noting(warning);
  }
}
