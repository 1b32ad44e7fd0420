package dev.sluice.pipelines.run;

import dev.sluice.transforms.store.Snapshot;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * A lock where nothing can be locked: the file is written only while it is still as it was seen, so
 * of several that find it free exactly one gets it. Whether the holder lives only its heartbeat
 * tells, and on its own machine the process table.
 */
final class StoredLockFile implements LockFile {

  private final WarehouseStore store;
  private final String path;
  private final Optional<LockHolder> holder;
  private Snapshot seen;

  private StoredLockFile(WarehouseStore store, String path, Snapshot seen) {
    this.store = store;
    this.path = path;
    this.seen = seen;
    this.holder = seen.content().flatMap(LockFile::parse);
  }

  static StoredLockFile open(WarehouseStore store, String path) {
    try {
      return new StoredLockFile(store, path, store.snapshot(path));
    } catch (UncheckedIOException e) {
      throw new RunException.OutputUnavailable("cannot read the lock " + store.root() + path, e);
    }
  }

  @Override
  public Optional<LockHolder> holder() {
    return holder;
  }

  @Override
  public boolean heldBy(LockHolder other, LockHolderIdentity self, Instant staleBefore) {
    boolean gone = other.host().equals(self.host()) && ProcessHandle.of(other.pid()).isEmpty();
    return !gone && other.heartbeatAt().isAfter(staleBefore);
  }

  @Override
  public boolean taken() {
    return false;
  }

  @Override
  public boolean write(byte[] content) throws IOException {
    try {
      Optional<Snapshot> written = store.replace(path, seen, content);
      seen = written.orElse(seen);
      return written.isPresent();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {}
}
