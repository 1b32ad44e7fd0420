package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.transforms.store.WarehouseStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.beam.sdk.io.FileSystems;

/** The place of a warehouse: a local folder or a bucket. */
public abstract sealed class WarehouseRoot permits WarehouseFolder, WarehouseBucket {

  private static final String FILE = "file://";
  private static final String SCHEME = "[a-zA-Z][a-zA-Z0-9+.-]+:.*";

  /**
   * The warehouse at a path as it is written in the configuration; a relative one counts from the
   * working directory.
   *
   * @throws RunException.OutputRefused when nothing here serves such a path
   */
  public static WarehouseRoot at(String path) {
    if (!isRemote(path)) {
      return new WarehouseFolder(folder(path));
    }
    WarehouseStore store = WarehouseStore.at(path);
    try {
      FileSystems.matchNewResource(store.root(), true);
    } catch (IllegalArgumentException e) {
      throw new RunException.OutputRefused(
          "nothing here can write to " + path,
          path.startsWith("gs://")
              ? "start sluice with SLUICE_GCP=true, which brings Google's libraries"
              : "name a local folder, or a bucket as gs://...");
    }
    return new WarehouseBucket(store);
  }

  /**
   * The folder that a local path names, absolute.
   *
   * @throws RunException.OutputRefused when the path is not a local one
   */
  public static Path folder(String path) {
    if (isRemote(path)) {
      throw new RunException.OutputRefused(path + " is no local folder", "name a local folder");
    }
    String local = path.startsWith(FILE) ? path.substring(FILE.length()) : path;
    return Path.of(local).toAbsolutePath().normalize();
  }

  /** Whether it is a folder of this machine. */
  boolean isLocal() {
    return !isRemote(location());
  }

  private static boolean isRemote(String path) {
    return path.matches(SCHEME) && !path.startsWith(FILE);
  }

  /** An absolute path or a URI. */
  public abstract String location();

  /** A file beside the others that only a local program reads; empty in a bucket. */
  abstract Optional<Path> localFile(String path);

  /** The files there. */
  public WarehouseStore store() {
    return WarehouseStore.at(location());
  }

  /**
   * Writes there, before anything expensive happens.
   *
   * @throws RunException.OutputRefused when it can never work
   * @throws RunException.OutputUnavailable when it may work another time
   */
  public abstract void requireWritable();

  abstract LockFile lockFile(String path);

  /**
   * Takes the lock of the warehouse.
   *
   * @param force take it whoever holds it
   * @throws RunException.Locked when another run holds it
   * @throws RunException.OutputUnavailable when it cannot be written
   */
  RunLock lock(LockHolderIdentity self, Clock clock, boolean force) {
    return RunLock.acquire(lockFile(WarehouseLayout.LOCK), self, clock, force);
  }

  /**
   * Does what is no run but must not meet one, under the lock.
   *
   * @throws RunException.Locked when a run is under way
   * @throws RunException.OutputUnavailable when the lock cannot be written
   */
  <T> T betweenRuns(Clock clock, Supplier<T> work) {
    requireWritable();
    String name = RunIds.next(clock.instant(), new SecureRandom());
    try (RunLock lock = lock(LockHolderIdentity.ofThisProcess(name), clock, false)) {
      lock.beat();
      return work.get();
    }
  }
}
