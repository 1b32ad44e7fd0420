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
  void queuedCallersAreSpacedExactlyAndUseTheWholeRate() {
    for (double rate : new double[] {3, 10, 50}) {
      long interval = new BudgetLimits(rate, 1).intervalNanos();
      List<Long> granted = simulate(interval, 10, LATENCY, 0, new Random(1), 60 * SECOND);
      assertThat(closest(granted)).isGreaterThanOrEqualTo(interval);
      assertThat(granted.size() / (60 * rate)).isBetween(0.99, 1.02);
    }
  }

  @Test
  void lateWakeUpsNeitherAddUpNorExceedTheRate() {
    for (int rate : new int[] {10, 50}) {
      long interval = new BudgetLimits(rate, 1).intervalNanos();
      long late = interval / 3;
      List<Long> granted = simulate(interval, 16, LATENCY, late, new Random(2), 60 * SECOND);
      assertThat(granted.size() / (60.0 * rate)).isBetween(0.95, 1.02);
      assertThat(mostInOneSecond(granted)).isLessThanOrEqualTo(rate + 1);
    }
  }

  @Test
  void idleTimeSavesNothingUp() {
    long interval = SECOND / 10;
    Pacing pacing = new Pacing();
    pacing.take(0, 0, interval);
    long now = 100 * SECOND;
    List<Long> granted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      long at = now + pacing.delay(now);
      pacing.take(now, at, interval);
      granted.add(at);
    }
    assertThat(granted)
        .containsExactly(
            now, now + interval, now + 2 * interval, now + 3 * interval, now + 4 * interval);
  }

  @Test
  void arrivalsAtAnyMomentAreNeverCloserThanTheInterval() {
    long interval = SECOND / 7;
    Random random = new Random(3);
    Pacing pacing = new Pacing();
    List<Long> granted = new ArrayList<>();
    long now = Long.MAX_VALUE - SECOND;
    long start = now;
    for (int i = 0; i < 20_000; i++) {
      now += (long) (random.nextDouble() * 2.5 * interval);
      long at = now + pacing.delay(now);
      pacing.take(now, at, interval);
      granted.add(at - start);
      now = at;
    }
    assertThat(closest(granted)).isGreaterThanOrEqualTo(interval);
  }

  @Test
  void aStallIsNotCaughtUp() {
    long interval = SECOND / 10;
    Pacing pacing = new Pacing();
    pacing.take(0, 0, interval);
    pacing.take(0, 5 * SECOND, interval);
    assertThat(pacing.delay(5 * SECOND)).isEqualTo(interval);
  }

  /** Callers that ask again as soon as their request is answered, served in order. */
  private static List<Long> simulate(
      long interval, int callers, long latency, long mostLate, Random random, long until) {
    Pacing pacing = new Pacing();
    PriorityQueue<Long> ready = new PriorityQueue<>();
    for (int i = 0; i < callers; i++) {
      ready.add(0L);
    }
    List<Long> granted = new ArrayList<>();
    long turn = 0;
    while (turn < until) {
      long asked = ready.remove();
      long now = Math.max(asked, turn);
      long delay = pacing.delay(now);
      long at = now + delay + (delay > 0 ? (long) (random.nextDouble() * mostLate) : 0);
      pacing.take(asked, at, interval);
      granted.add(at);
      ready.add(at + latency);
      turn = at;
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
