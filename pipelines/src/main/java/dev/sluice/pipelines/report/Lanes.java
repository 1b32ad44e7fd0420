package dev.sluice.pipelines.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays shards side by side, in as few lanes as there were at work at once. */
final class Lanes {

  private Lanes() {}

  /** Each lane in the order of time; no two shards of a lane overlap. */
  static List<List<ShardFacts>> of(List<ShardFacts> shards) {
    List<ShardFacts> byStart =
        shards.stream()
            .sorted(Comparator.comparing(ShardFacts::startedAt).thenComparing(ShardFacts::id))
            .toList();
    List<List<ShardFacts>> lanes = new ArrayList<>();
    for (ShardFacts shard : byStart) {
      lanes.stream()
          .filter(lane -> !endOf(lane).isAfter(shard.startedAt()))
          .findFirst()
          .orElseGet(
              () -> {
                List<ShardFacts> lane = new ArrayList<>();
                lanes.add(lane);
                return lane;
              })
          .add(shard);
    }
    return lanes;
  }

  private static Instant endOf(List<ShardFacts> lane) {
    return lane.get(lane.size() - 1).finishedAt();
  }
}
