package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.schemas.mart.MartChoices;
import dev.sluice.transforms.local.LocalWarehouse;
import dev.sluice.transforms.local.LocalWarehouseException;
import dev.sluice.transforms.local.Merge;
import java.nio.file.Path;
import java.time.Clock;

/** Makes the database beside the files anew, while no run is under way. */
public final class LocalRebuild {

  private final WarehouseRoot root;
  private final MartChoices marts;
  private final Clock clock;

  /** Rebuilds the database of a warehouse, with views about what {@code marts} chooses. */
  public LocalRebuild(WarehouseRoot root, MartChoices marts, Clock clock) {
    this.root = root;
    this.marts = marts;
    this.clock = clock;
  }

  /**
   * Where it is.
   *
   * @throws RunException.OutputRefused when the warehouse is in a bucket
   */
  public Path file() {
    return root.localFile(WarehouseLayout.LOCAL_WAREHOUSE)
        .orElseThrow(
            () ->
                new RunException.OutputRefused(
                    "there is no database beside " + root.location(),
                    "it is kept for a warehouse in a local folder only"));
  }

  /**
   * Does it.
   *
   * @throws RunException.Locked when a run is under way
   * @throws LocalWarehouseException when it cannot be done
   */
  public Merge perform() {
    LocalWarehouse warehouse = LocalWarehouse.required();
    return root.betweenRuns(
        clock, () -> warehouse.rebuild(root.store(), file(), ViewRoles.of(marts, root.store())));
  }
}
