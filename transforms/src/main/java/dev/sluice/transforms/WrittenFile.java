package dev.sluice.transforms;

import dev.sluice.schemas.layout.IssueProfile;
import dev.sluice.schemas.layout.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * A whole file that a shard wrote for one table.
 *
 * @param profile what is in it; null of other tables than {@code issue}, and of files that an
 *     earlier version wrote
 */
public record WrittenFile(
    String shardId, String table, Manifest.DataFile file, @Nullable IssueProfile profile) {

  /** A file that nobody looked into. */
  public WrittenFile(String shardId, String table, Manifest.DataFile file) {
    this(shardId, table, file, null);
  }
}
