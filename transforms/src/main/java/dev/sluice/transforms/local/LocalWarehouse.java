package dev.sluice.transforms.local;

import dev.sluice.schemas.view.MartColumns;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A database in one file that shows the current state of a warehouse: of every issue the newest
 * row, with the children it was read with; issues that are gone are marked. Which runs it holds is
 * written inside it, so that it can be brought up to date whenever somebody has the time.
 */
public interface LocalWarehouse {

  /** The one on the class path, if there is one. */
  static Optional<LocalWarehouse> installed() {
    return ServiceLoader.load(LocalWarehouse.class).findFirst();
  }

  /**
   * The one on the class path.
   *
   * @throws LocalWarehouseException when there is none
   */
  static LocalWarehouse required() {
    return installed()
        .orElseThrow(
            () ->
                new LocalWarehouseException("the library of the local warehouse is not installed"));
  }

  /**
   * Takes in every published run that the file does not hold yet, all or none: a reader sees the
   * state before or the state after. Makes the file when there is none.
   *
   * @throws LocalWarehouseException when the file is damaged or cannot be written
   */
  Merge merge(WarehouseStore store, Path file, MartColumns marts);

  /**
   * Makes the file anew from the Avro files alone. The old one stays until the new one is whole.
   *
   * @throws LocalWarehouseException when it cannot be written
   */
  Merge rebuild(WarehouseStore store, Path file, MartColumns marts);

  /**
   * Opens the file for questions; nothing in it can be changed by them.
   *
   * @throws LocalWarehouseException when there is no such file, or somebody is writing to it
   */
  OpenWarehouse open(Path file);
}
