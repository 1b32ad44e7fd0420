package dev.sluice.transforms;

import java.util.List;

/**
 * What became of one shard: what its reader reported, which files hold it, and whether the two and
 * the server's count agree.
 *
 * @param deadLetters issues of the shard that were set aside
 * @param verdict the explanation of a mismatch or failure, else empty
 */
public record ShardResult(
    ShardReport report, List<WrittenFile> files, long deadLetters, Status status, String verdict) {

  public ShardResult {
    files = List.copyOf(files);
  }

  /** How a shard ended. */
  public enum Status {
    /** Everything the server counted is in the files. */
    COMPLETE,
    /**
     * The same, after some issues had been missing from Jira's pages and were read by their ids.
     */
    REREAD,
    /** Read to the end, but what is in the files is not what the server counted. */
    MISMATCH,
    /** Could not be read to the end. */
    FAILED;

    /** The word of table {@code _shard}. */
    public String word() {
      return switch (this) {
        case COMPLETE -> "complete";
        case REREAD -> "reread";
        case MISMATCH -> "mismatch";
        case FAILED -> "failed";
      };
    }
  }
}
