package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BackoffTest {

  @Test
  void pausesDoubleToThirtySecondsWithinTheJitter() {
    Random random = new Random(42);
    Backoff backoff = new Backoff(Patience.STANDARD, random::nextDouble);
    double[] expected = {2, 4, 8, 16, 30, 30};
    for (int round = 0; round < 1_000; round++) {
      for (int number = 0; number < expected.length; number++) {
        double seconds = backoff.afterError(number, Optional.empty()).toMillis() / 1_000.0;
        assertThat(seconds).isBetween(expected[number] * 0.7 - 0.001, expected[number] * 1.3);
      }
    }
  }

  @Test
  void aToldWaitIsNeverCutShort() {
    Random random = new Random(43);
    Backoff backoff = new Backoff(Patience.STANDARD, random::nextDouble);
    for (int round = 0; round < 1_000; round++) {
      Duration told = Duration.ofMillis(random.nextInt(4_000_000));
      Optional<Duration> some = Optional.of(told);
      assertThat(backoff.afterError(round % 4, some)).isGreaterThanOrEqualTo(told);
      assertThat(backoff.afterThrottling(round % 20, some)).isGreaterThanOrEqualTo(told);
      assertThat(backoff.afterThrottling(0, some)).isLessThanOrEqualTo(told.plusSeconds(10));
    }
  }
}
