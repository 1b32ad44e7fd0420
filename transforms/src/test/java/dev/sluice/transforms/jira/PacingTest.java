package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PacingTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long LATENCY = 150_000_000L;

  @Test
  void callersWithoutAPauseAreSpacedExactlyAndUseTheWholeRate() {
    for (double rate : new double[] {0.5, 3, 10, 50}) {
      Rate pace = new Rate(rate);
      List<Long> granted = simulate(pace, 10, 0, new Random(1), 60 * SECOND);
      assertThat(closest(granted)).isGreaterThanOrEqualTo(pace.intervalNanos());
      assertThat(granted.size() / (60 * rate)).isBetween(0.99, 1.04);
    }
  }

  @Test
  void lateWakeUpsAreCaughtUpAndNoSecondHasMoreThanTheRate() {
    for (int rate : new int[] {10, 50, 100}) {
      Rate pace = new Rate(rate);
      for (long late : new long[] {1_000_000, 8_000_000, 25_000_000, 50_000_000}) {
        List<Long> granted = simulate(pace, 24, late, new Random(2), 60 * SECOND);
        assertThat(granted.size() / (60.0 * rate)).isBetween(0.95, 1.01);
        assertThat(mostInOneSecond(granted)).isLessThanOrEqualTo(rate);
      }
    }
  }

  @Test
  void stallsOfManyLengthsNeverBringASecondAboveTheRate() {
    Rate pace = new Rate(20);
    Random random = new Random(4);
    Pacing pacing = new Pacing();
    List<Long> granted = new ArrayList<>();
    long now = Long.MAX_VALUE - 100 * SECOND;
    long start = now;
    for (int i = 0; i < 20_000; i++) {
      now += random.nextInt(40) == 0 ? (long) (random.nextDouble() * 3 * SECOND) : 0;
      now += pacing.delay(now, pace);
      pacing.take(now, pace);
      granted.add(now - start);
    }
    assertThat(mostInOneSecond(granted)).isLessThanOrEqualTo(20);
  }

  @Test
  void idleTimeSavesNoMoreThanATwentiethOfASecond() {
    Rate pace = new Rate(50);
    Pacing pacing = new Pacing();
    pacing.take(0, pace);
    long idle = 100 * SECOND;
    List<Long> granted = new ArrayList<>();
    for (long now = idle; granted.size() < 40; now += pacing.delay(now, pace)) {
      if (pacing.delay(now, pace) == 0) {
        pacing.take(now, pace);
        granted.add(now - idle);
      }
    }
    long evenly = 39 * pace.intervalNanos();
    assertThat(granted.get(39)).isBetween(evenly - SECOND / 20, evenly);
  }

  @Test
  void aLowerRateHoldsAtOnce() {
    Pacing pacing = new Pacing();
    long now = 0;
    for (int i = 0; i < 50; i++) {
      now += pacing.delay(now, new Rate(50));
      pacing.take(now, new Rate(50));
    }
    // Fifty have gone out within the last second: two a second means that these count.
    assertThat(pacing.delay(now, new Rate(2))).isBetween(SECOND * 9 / 10, SECOND);
  }

  @Test
  void aHigherRateHoldsAtOnceToo() {
    Pacing pacing = new Pacing();
    pacing.take(0, new Rate(0.1));
    assertThat(pacing.delay(SECOND, new Rate(0.1))).isEqualTo(9 * SECOND);
    assertThat(pacing.delay(SECOND, new Rate(2))).isZero();
  }

  /** Callers that ask again as soon as their request is answered, served in order. */
  private static List<Long> simulate(
      Rate pace, int callers, long mostLate, Random random, long until) {
    Pacing pacing = new Pacing();
    PriorityQueue<Long> ready = new PriorityQueue<>();
    for (int i = 0; i < callers; i++) {
      ready.add(0L);
    }
    List<Long> granted = new ArrayList<>();
    long turn = 0;
    while (turn < until) {
      long now = Math.max(ready.remove(), turn);
      for (long delay = pacing.delay(now, pace); delay > 0; delay = pacing.delay(now, pace)) {
        now += delay + (long) (random.nextDouble() * mostLate);
      }
      pacing.take(now, pace);
      granted.add(now);
      ready.add(now + LATENCY);
      turn = now;
    }
    return granted;
  }

  private static long closest(List<Long> granted) {
    long closest = Long.MAX_VALUE;
    for (int i = 1; i < granted.size(); i++) {
      closest = Math.min(closest, granted.get(i) - granted.get(i - 1));
    }
    return closest;
  }

  private static int mostInOneSecond(List<Long> granted) {
    int most = 0;
    for (int first = 0, last = 0; last < granted.size(); last++) {
      while (granted.get(last) - granted.get(first) >= SECOND) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }
}
