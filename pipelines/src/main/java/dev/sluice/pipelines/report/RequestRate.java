package dev.sluice.pipelines.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Requests a second along a run: those of a shard are spread evenly over its time, those of the
 * planning over the time before the first shard. When each was sent is not recorded.
 */
final class RequestRate {

  private RequestRate() {}

  /** The rate in each of {@code pieces} pieces of the axis, of equal length. */
  static List<Double> over(TimeAxis axis, int pieces, List<ShardFacts> shards, long planning) {
    double[] requests = new double[pieces];
    Instant first =
        shards.stream().map(ShardFacts::startedAt).min(Instant::compareTo).orElse(axis.to());
    spread(axis.at(axis.from()), axis.at(first), planning, requests);
    for (ShardFacts shard : shards) {
      spread(axis.at(shard.startedAt()), axis.at(shard.finishedAt()), shard.requests(), requests);
    }
    double seconds = axis.length().toMillis() / 1000.0 / pieces;
    for (int i = 0; i < pieces; i++) {
      requests[i] /= seconds;
    }
    return Arrays.stream(requests).boxed().toList();
  }

  private static void spread(double from, double to, long count, double[] requests) {
    double piece = (double) Parts.WIDTH / requests.length;
    double length = Math.max(to - from, piece / 100);
    for (int i = 0; i < requests.length; i++) {
      double overlap = Math.min(from + length, (i + 1) * piece) - Math.max(from, i * piece);
      if (overlap > 0) {
        requests[i] += count * overlap / length;
      }
    }
  }
}
