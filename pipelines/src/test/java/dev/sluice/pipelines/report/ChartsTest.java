package dev.sluice.pipelines.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What the charts are drawn from. */
final class ChartsTest {

  @Test
  void noTwoShardsOfALaneOverlapAndNoneIsLost() {
    List<ShardFacts> shards = RunsUnderTest.shards();

    List<List<ShardFacts>> lanes = Lanes.of(shards);

    assertThat(lanes.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(shards);
    for (List<ShardFacts> lane : lanes) {
      for (int i = 1; i < lane.size(); i++) {
        assertThat(lane.get(i).startedAt()).isAfterOrEqualTo(lane.get(i - 1).finishedAt());
      }
    }
    assertThat(lanes).as("as many as were at work at once").hasSize(9);
  }

  @Test
  void everyRequestIsInTheCurveOnce() {
    List<ShardFacts> shards = RunsUnderTest.shards();
    TimeAxis axis = TimeAxis.of(RunsUnderTest.START, shards);

    List<Double> rates = RequestRate.over(axis, 100, shards, 7);

    double seconds = axis.length().toMillis() / 1000.0 / 100;
    assertThat(rates.stream().mapToDouble(rate -> rate).sum() * seconds)
        .isCloseTo(
            7 + shards.stream().mapToDouble(ShardFacts::requests).sum(), Offset.offset(0.01));
  }

  @Test
  void anAxisIsNeverEmpty() {
    TimeAxis axis = TimeAxis.of(RunsUnderTest.START, List.of());

    assertThat(axis.length()).isPositive();
    assertThat(axis.at(axis.from())).isZero();
    assertThat(axis.at(axis.to().plusSeconds(9))).isEqualTo(1_000);
  }

  @Test
  void aFewDaysStayDaysAndTheGapsBetweenThem() {
    LocalDate first = LocalDate.of(2026, 2, 27);

    DayBuckets buckets = DayBuckets.of(Map.of(first, 2L, first.plusDays(3), 5L));

    assertThat(buckets.grain()).isEqualTo(DayBuckets.Grain.DAY);
    assertThat(buckets.buckets())
        .extracting(DayBuckets.Bucket::issues)
        .containsExactly(2L, 0L, 0L, 5L);
    assertThat(buckets.most()).isEqualTo(5);
  }

  @Test
  void manyDaysBecomeWeeksMonthsOrYearsOfTheSameIssues() {
    LocalDate first = LocalDate.of(2026, 1, 1);
    for (int years : new int[] {1, 5, 40, 400}) {
      Map<LocalDate, Long> days =
          Map.of(first, 2L, first.plusDays(9), 3L, first.plusYears(years), 5L);

      DayBuckets buckets = DayBuckets.of(days);

      assertThat(buckets.buckets()).hasSizeLessThanOrEqualTo(122);
      assertThat(buckets.buckets().stream().mapToLong(DayBuckets.Bucket::issues).sum())
          .as("%d years", years)
          .isEqualTo(years == 400 ? 5 : 10);
    }
  }
}
