package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** A warehouse in a bucket. */
final class WarehouseBucket extends WarehouseRoot {

  private final WarehouseStore store;

  WarehouseBucket(WarehouseStore store) {
    this.store = store;
  }

  @Override
  public String location() {
    return store.root();
  }

  @Override
  Optional<Path> localFile(String path) {
    return Optional.empty();
  }

  @Override
  LockFile lockFile(String path) {
    return StoredLockFile.open(store, path);
  }

  @Override
  public void requireWritable() {
    String trial = WarehouseLayout.control() + "trial-" + UUID.randomUUID();
    try {
      store.write(trial, "trial".getBytes(StandardCharsets.UTF_8));
      store.delete(trial);
    } catch (UncheckedIOException e) {
      throw new RunException.OutputUnavailable(String.valueOf(e.getMessage()), e);
    }
  }
}
