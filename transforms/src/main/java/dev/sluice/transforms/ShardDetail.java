package dev.sluice.transforms;

import org.jspecify.annotations.Nullable;

/**
 * What a step after the reader adds to the report of a shard. A shard may have several of these:
 * they add up.
 *
 * @param completed issues whose lists of children are whole now
 * @param gone issues that Jira no longer had when their lists were asked for: they stay as they
 *     came
 * @param historyMismatches issues whose history does not end at their current values
 * @param leftOut issues that another shard of the run had first
 * @param throttledMs time waited because Jira asked for it, milliseconds
 * @param bytes size of the bodies, unpacked
 * @param failure why completing was given up for the rest; null when it was not
 */
public record ShardDetail(
    String shardId,
    long completed,
    long gone,
    long historyMismatches,
    long leftOut,
    long requests,
    long retries,
    long throttledMs,
    long bytes,
    ShardReport.@Nullable Failure failure) {

  static ShardDetail ofHistory(String shardId, long mismatches) {
    return new ShardDetail(shardId, 0, 0, mismatches, 0, 0, 0, 0, 0, null);
  }

  static ShardDetail ofLeftOut(String shardId, long issues) {
    return new ShardDetail(shardId, 0, 0, 0, issues, 0, 0, 0, 0, null);
  }
}
