package dev.sluice.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.RunMode;
import dev.sluice.transforms.jql.DateRange;
import dev.sluice.transforms.jql.RangeField;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IntervalChoiceTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:15:42.5Z");
  private static final Instant HORIZON = Instant.parse("2026-11-24T08:05:00Z");
  private static final Optional<Instant> NEVER = Optional.empty();
  private static final IntervalRequest AUTOMATIC = new IntervalRequest.Automatic();

  @Test
  void theFirstLoadReadsEverythingByCreationAndStaysBehindTheServersClock() {
    ChosenInterval chosen = choose(AUTOMATIC, NEVER, NOW);

    assertThat(chosen)
        .isEqualTo(
            new ChosenInterval(
                RunMode.FIRST,
                new Interval(Instant.EPOCH, HORIZON),
                DateRange.since(Instant.EPOCH),
                Optional.of(HORIZON)));
    assertThat(chosen.field()).isEqualTo(RangeField.CREATED);
  }

  @Test
  void anIncrementReadsTheTrailingHorizonOnceMoreAndIsOpenAtItsEnd() {
    Instant watermark = Instant.parse("2026-11-24T07:05:00Z");

    ChosenInterval chosen = choose(AUTOMATIC, Optional.of(watermark), NOW);

    Instant from = Instant.parse("2026-11-24T06:55:00Z");
    assertThat(chosen)
        .isEqualTo(
            new ChosenInterval(
                RunMode.INCREMENTAL,
                new Interval(from, HORIZON),
                DateRange.since(from),
                Optional.of(HORIZON)));
    assertThat(chosen.field()).isEqualTo(RangeField.UPDATED);
    assertThat(choose(new IntervalRequest.SinceLastSuccess(), Optional.of(watermark), NOW))
        .isEqualTo(chosen);
  }

  @Test
  void incrementsInVirtualTimeLeaveNoGap() {
    Instant now = NOW;
    Optional<Instant> watermark = NEVER;
    for (int run = 0; run < 500; run++) {
      ChosenInterval chosen = choose(AUTOMATIC, watermark, now);
      if (watermark.isPresent()) {
        assertThat(chosen.range().from()).isBeforeOrEqualTo(watermark.get());
        assertThat(chosen.watermark().orElseThrow()).isAfterOrEqualTo(watermark.get());
      }
      assertThat(chosen.watermark().orElseThrow()).isBefore(now.minus(Duration.ofMinutes(9)));
      watermark = chosen.watermark();
      now = now.plusSeconds(1 + run * 37L % 4000);
    }
  }

  @Test
  void aServerClockThatWasSetBackNeverMovesTheWatermarkBack() {
    Instant watermark = Instant.parse("2026-11-24T09:00:00Z");

    ChosenInterval chosen = choose(AUTOMATIC, Optional.of(watermark), NOW);

    assertThat(chosen.watermark()).contains(watermark);
    assertThat(chosen.range()).isEqualTo(DateRange.since(Instant.parse("2026-11-24T08:50:00Z")));
  }

  @Test
  void sinceLastSuccessNeedsOne() {
    assertThatExceptionOfType(RunException.NothingLoadedYet.class)
        .isThrownBy(() -> choose(new IntervalRequest.SinceLastSuccess(), NEVER, NOW))
        .satisfies(e -> assertThat(e.hint()).contains("sluice run"));
  }

  @Test
  void aFullLoadReadsEverythingWhateverIsKnown() {
    ChosenInterval chosen =
        choose(new IntervalRequest.Everything(), Optional.of(Instant.EPOCH.plusSeconds(60)), NOW);

    assertThat(chosen.mode()).isEqualTo(RunMode.FULL);
    assertThat(chosen.interval()).isEqualTo(new Interval(Instant.EPOCH, HORIZON));
    assertThat(chosen.watermark()).contains(HORIZON);
  }

  @Test
  void aLookbackCountsFromTheServersClock() {
    ChosenInterval chosen = choose(new IntervalRequest.Lookback(Duration.ofDays(2)), NEVER, NOW);

    assertThat(chosen.range()).isEqualTo(DateRange.since(Instant.parse("2026-11-22T08:15:00Z")));
    assertThat(chosen.interval().to()).isEqualTo(HORIZON);
    assertThat(chosen.watermark()).isEmpty();
  }

  @Test
  void aLookbackShorterThanTheHorizonClosesNothing() {
    ChosenInterval chosen = choose(new IntervalRequest.Lookback(Duration.ofMinutes(5)), NEVER, NOW);

    assertThat(chosen.interval().from()).isEqualTo(chosen.interval().to());
  }

  @Test
  void aNamedIntervalMovesTheWatermarkOnlyWhenItLeavesNoGap() {
    Instant watermark = Instant.parse("2026-11-20T00:00:00Z");

    assertThat(between("2026-11-19T00:00:00Z", "2026-11-21T00:00:00Z", watermark))
        .contains(Instant.parse("2026-11-21T00:00:00Z"));
    assertThat(between("2026-11-20T00:00:00Z", "2026-11-30T00:00:00Z", watermark))
        .contains(HORIZON);
    assertThat(between("2026-11-20T00:01:00Z", "2026-11-21T00:00:00Z", watermark)).isEmpty();
    assertThat(between("2026-11-18T00:00:00Z", "2026-11-19T00:00:00Z", watermark)).isEmpty();
  }

  private static Optional<Instant> between(String from, String to, Instant watermark) {
    IntervalRequest request = new IntervalRequest.Between(Instant.parse(from), Instant.parse(to));
    return choose(request, Optional.of(watermark), NOW).watermark();
  }

  private static ChosenInterval choose(
      IntervalRequest request, Optional<Instant> watermark, Instant now) {
    return IntervalChoice.choose(request, watermark, now, Duration.ofMinutes(10));
  }
}
