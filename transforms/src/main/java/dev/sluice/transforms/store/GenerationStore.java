package dev.sluice.transforms.store;

import java.io.IOException;
import java.util.Optional;

/**
 * Compare-and-set for a store whose files cannot be locked: a whole small object is replaced only
 * while it is still the one that was read. Found by {@link java.util.ServiceLoader}.
 */
public interface GenerationStore {

  /** The generation of an object that is not there. */
  long NONE = 0;

  /** The scheme of the URIs it serves, such as {@code gs}. */
  String scheme();

  /** The object as it is now. */
  Snapshot read(String uri) throws IOException;

  /**
   * Replaces the object if it is still of {@code generation}, else leaves it alone.
   *
   * @return the generation of what was written; empty when somebody else was first
   */
  Optional<Long> write(String uri, byte[] content, long generation) throws IOException;
}
