package dev.sluice.pipelines.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The time of a run along the width of a chart; never empty. */
record TimeAxis(Instant from, Instant to) {

  /** From the start of the run, or of its first shard, to the end of its last one. */
  static TimeAxis of(Instant startedAt, List<ShardFacts> shards) {
    Instant from = startedAt;
    Instant to = startedAt;
    for (ShardFacts shard : shards) {
      from = shard.startedAt().isBefore(from) ? shard.startedAt() : from;
      to = shard.finishedAt().isAfter(to) ? shard.finishedAt() : to;
    }
    return new TimeAxis(from, to.isAfter(from) ? to : from.plusMillis(1));
  }

  double at(Instant instant) {
    double share = (double) millis(from, instant) / millis(from, to);
    return Parts.WIDTH * Math.max(0, Math.min(1, share));
  }

  Duration length() {
    return Duration.between(from, to);
  }

  private static long millis(Instant one, Instant other) {
    return Duration.between(one, other).toMillis();
  }
}
