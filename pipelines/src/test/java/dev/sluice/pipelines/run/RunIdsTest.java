package dev.sluice.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class RunIdsTest {

  @Test
  void anIdSortsByItsStartAndIsSafeInAnyFileName() {
    String id = RunIds.next(Instant.parse("2026-11-24T08:15:00.9Z"), new Random(7));

    assertThat(id).matches("20261124T081500Z-[0-9a-f]{4}");
  }

  @Test
  void twoIdsOfOneSecondDiffer() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    assertThat(RunIds.next(Instant.EPOCH, random)).isNotEqualTo(RunIds.next(Instant.EPOCH, random));
  }
}
