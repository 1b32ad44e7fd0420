package dev.sluice.simulator.site;

import java.util.List;
import java.util.SplittableRandom;

/** Chance with a memory: the same seed and stream always throw the same numbers. */
final class Dice {
  private final SplittableRandom random;

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  static Dice of(long seed, long stream) {
    long mixed = (seed ^ 0x9E3779B97F4A7C15L) + stream * 0xD1B54A32D192ED03L;
    mixed = (mixed ^ (mixed >>> 32)) * 0xDABA0B6EB09322E3L;
    return new Dice(new SplittableRandom(mixed ^ (mixed >>> 29)));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  double fraction() {
    return random.nextDouble();
  }

  /** Mostly small, now and then large: the shape of waiting times. */
  double waiting(double mean) {
    return mean * (0.15 - 0.85 * Math.log(1 - random.nextDouble()));
  }

  /** A count of which {@code mean} is the average and zero is likely. */
  int count(double mean) {
    return (int) (-mean * Math.log(1 - random.nextDouble()) + 0.35);
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
