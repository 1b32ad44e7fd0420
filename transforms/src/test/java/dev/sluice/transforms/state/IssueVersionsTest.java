package dev.sluice.transforms.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class IssueVersionsTest {

  @Test
  void everyIssueKeepsItsNewestVersionHoweverMany() {
    Random random = new Random(3);
    IssueVersions versions = new IssueVersions();
    Map<Long, Long> truth = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      long issue = random.nextInt(50_000) * 1_024L - 100;
      long updated = random.nextInt(1_000);
      versions.offer(issue, updated, i, (int) (issue % 1_000 + updated));
      truth.merge(issue, updated, Math::max);
    }

    assertThat(versions.size()).isEqualTo(truth.size());
    truth.forEach(
        (issue, updated) -> {
          int slot = versions.slot(issue);
          assertThat(versions.issue(slot)).isEqualTo(issue);
          assertThat(versions.source(slot)).isEqualTo((int) (issue % 1_000 + updated));
        });
    assertThat(versions.slot(7)).isEqualTo(LongSlots.NONE);
  }

  @Test
  void onlyOneSpellingOfAnIdIsANumber() {
    IssueNumbers numbers = new IssueNumbers();

    assertThat(numbers.of("7")).isEqualTo(7);
    assertThat(numbers.of("007")).isNegative();
    assertThat(numbers.of("007")).isEqualTo(numbers.of("007"));
    assertThat(numbers.of("A-1")).isNegative().isNotEqualTo(numbers.of("007"));
    assertThat(numbers.of("1234567890123456789")).isNegative();
    assertThat(numbers.find("7")).hasValue(7);
    assertThat(numbers.find("B-1")).isEmpty();
  }
}
