package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class InstantTextTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 2026-01-31T00:00:00Z",
    "2026-01-31T08:30Z, 2026-01-31T08:30:00Z",
    "2026-01-31T08:30:59.999Z, 2026-01-31T08:30:00Z",
    "2026-01-31T08:30:00+00:00, 2026-01-31T08:30:00Z",
    "2026-01-31T08:30:00+05:30, 2026-01-31T03:00:00Z",
    "2026-01-31 08:30:00+00:00, 2026-01-31T08:30:00Z",
  })
  void momentsAreCutToTheMinuteInUtc(String text, Instant moment) {
    assertThat(new InstantText().convert(text)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-13-01", "2026-01-31T08:30", "01/31/2026"})
  void aMomentWithoutAZoneOrSenseIsRefused(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> new InstantText().convert(text))
        .withMessageContaining("2026-01-31T08:30Z");
  }

  @Test
  void aLengthOfTimeHasAUnit() {
    assertThat(new LookbackText().convert("90m").toMinutes()).isEqualTo(90);
    assertThat(new LookbackText().convert("2d").toHours()).isEqualTo(48);
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> new LookbackText().convert("0d"));
  }
}
