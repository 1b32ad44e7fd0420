package dev.sluice.transforms.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where rows come from, as numbers: a shard of a run. The run alone would do as long as it reads
 * every issue once; where two of its shards met the same issue, each row keeps its own children.
 */
final class Sources {

  static final int NONE = -1;

  record Source(int run, String shardId) {}

  private final Map<Source, Integer> numbers = new HashMap<>();
  private final List<Source> sources = new ArrayList<>();

  int of(int run, String shardId) {
    return numbers.computeIfAbsent(
        new Source(run, shardId),
        source -> {
          sources.add(source);
          return numbers.size();
        });
  }

  Source at(int number) {
    return sources.get(number);
  }

  /** The number of a source, {@link #NONE} when no issue came from it. */
  int find(int run, String shardId) {
    return numbers.getOrDefault(new Source(run, shardId), NONE);
  }
}
