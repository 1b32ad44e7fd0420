package dev.sluice.transforms;

import java.util.List;

/**
 * Which issues a shard has handed on.
 *
 * @param issueIds in the order in which they were read
 */
public record ShardIds(String shardId, List<String> issueIds) {

  public ShardIds {
    issueIds = List.copyOf(issueIds);
  }
}
