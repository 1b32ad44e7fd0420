package dev.sluice.pipelines.run;

import dev.sluice.schemas.layout.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** The file that a lock is held with. */
sealed interface LockFile extends AutoCloseable permits LocalLockFile, StoredLockFile {

  /** What the file said when it was opened; empty when nobody holds it. */
  Optional<LockHolder> holder();

  /** Whether that holder still lives, as far as can be told, five minutes of doubt included. */
  boolean heldBy(LockHolder other, LockHolderIdentity self, Instant staleBefore);

  /** Whether a process is known to hold it, whatever the file says. */
  boolean taken();

  /**
   * Says who holds it now.
   *
   * @return whether that is so; nothing is written when somebody else was first
   */
  boolean write(byte[] content) throws IOException;

  @Override
  void close() throws IOException;

  static Optional<LockHolder> parse(byte[] json) {
    if (json.length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Documents.read(json, LockHolder.class));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
