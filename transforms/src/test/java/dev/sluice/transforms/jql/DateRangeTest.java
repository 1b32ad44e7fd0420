package dev.sluice.transforms.jql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DateRangeTest {

  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void lowerBoundBelongsToTheRangeAndUpperBoundDoesNot() {
    DateRange minute = DateRange.of(NEW_YEAR, NEW_YEAR.plusSeconds(60));

    assertThat(minute.contains(NEW_YEAR)).isTrue();
    assertThat(minute.contains(NEW_YEAR.plusMillis(59_999))).isTrue();
    assertThat(minute.contains(NEW_YEAR.plusSeconds(60))).isFalse();
    assertThat(minute.contains(NEW_YEAR.minusNanos(1))).isFalse();
  }

  @Test
  void openRangeHoldsTheFuture() {
    assertThat(DateRange.since(NEW_YEAR).contains(Instant.parse("9999-12-31T23:59:59Z"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-01-01T00:00:01Z", "2026-01-01T00:00:00.001Z", "1969-12-31T23:59:59Z"})
  void boundsThatAreNoWholeMinuteAreRefused(String bound) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DateRange.since(Instant.parse(bound)))
        .withMessageContaining("whole minute");
  }

  @Test
  void invertedRangeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DateRange.of(NEW_YEAR, NEW_YEAR.minusSeconds(60)))
        .withMessage("to 2025-12-31T23:59:00Z is before from 2026-01-01T00:00:00Z");
  }

  @Test
  void rangeOfNoLengthIsEmpty() {
    assertThat(DateRange.of(NEW_YEAR, NEW_YEAR).isEmpty()).isTrue();
    assertThat(DateRange.of(NEW_YEAR, NEW_YEAR).contains(NEW_YEAR)).isFalse();
    assertThat(DateRange.since(NEW_YEAR).isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01T00:00:00Z/2026-02-01T00:00:00Z",
        "1970-01-01T00:00:00Z/..",
        "1969-12-31T23:59:00Z/1970-01-01T00:00:00Z"
      })
  void textIsReadBackAsItWasWritten(String text) {
    assertThat(DateRange.parse(text)).hasToString(text);
  }

  @Test
  void textWithoutTwoEndsIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> DateRange.parse("2026-01-01T00:00:00Z"));
  }
}
