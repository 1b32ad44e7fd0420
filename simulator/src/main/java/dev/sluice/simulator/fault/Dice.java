package dev.sluice.simulator.fault;

import java.util.concurrent.atomic.AtomicLong;

/** Seeded chance: the n-th throw of the same seed always falls the same way. */
final class Dice {
  private final AtomicLong state;

  Dice(long seed) {
    this.state = new AtomicLong(seed);
  }

  boolean falls(double share) {
    return next() < share;
  }

  /** A number from 0 up to, but not including, the bound. */
  int below(int bound) {
    return (int) (next() * bound);
  }

  private double next() {
    // SplitMix64: one atomic addition a throw, so that threads share one sequence.
    long mixed = state.addAndGet(0x9E3779B97F4A7C15L);
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
  }
}
