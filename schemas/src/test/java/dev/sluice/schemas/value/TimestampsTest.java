package dev.sluice.schemas.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimestampsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-15T14:23:45.000+0000, 2026-01-15T14:23:45Z",
    "2026-01-15T14:23:45.123-0800, 2026-01-15T22:23:45.123Z",
    "2026-01-01T00:30:00.000+1400, 2025-12-31T10:30:00Z",
    "2024-02-29T23:59:59.999+0545, 2024-02-29T18:14:59.999Z",
    "2025-03-12T01:36:46.600Z, 2025-03-12T01:36:46.600Z",
    "2025-03-12T01:36:46+10:00, 2025-03-11T15:36:46Z",
    "2018-04-30T00:01:00.000-07:00, 2018-04-30T07:01:00Z",
    "2025-10-08T15:00:00Z, 2025-10-08T15:00:00Z",
    "2026-01-15T14:23:45.1Z, 2026-01-15T14:23:45.100Z",
    "2026-01-15T14:23:45.123456-00:30, 2026-01-15T14:53:45.123456Z",
    "2026-01-15T14:23:45.123456789Z, 2026-01-15T14:23:45.123456789Z",
    "1969-12-31T23:59:59.999999+0000, 1969-12-31T23:59:59.999999Z",
    "2026-03-26T16:00Z, 2026-03-26T16:00:00Z",
    "2026-03-26 16:00Z, 2026-03-26T16:00:00Z",
    "2026-03-26 16:00+0100, 2026-03-26T15:00:00Z",
    "2026-01-15T14:23:45.123456+01, 2026-01-15T13:23:45.123456Z",
    "1732877091000, 2024-11-29T10:44:51Z",
    "-62135596800000, 0001-01-01T00:00:00Z",
    "-0001-01-15T14:23:45.000+0000, -0001-01-15T14:23:45Z",
    "51502-01-15T14:23:45.000+0000, +51502-01-15T14:23:45Z",
    "+51502-01-15T14:23:45.000+0000, +51502-01-15T14:23:45Z",
  })
  void everyFormOfJiraIsAnInstant(String text, Instant instant) {
    assertThat(Timestamps.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2 days ago",
        "2026-01-15",
        "2026-01-15T14:23:45.000",
        "2026-02-29T00:00:00.000+0000",
        "2026-13-01T00:00:00.000+0000",
        "2026-01-15T24:00:00.000+0000",
        "2026-01-15T23:60:00.000+0000",
        "2026-01-15T23:59:60.000+0000",
        "2026-01-15T14:23:45.000+1900",
        "2026-01-15T14:23:45.000+0060",
        "2026-01-1xT14:23:45.000+0000",
        "2026-01-15T14:23:45.000 0000",
        "2026-01-15T14:23:45.000+00-00",
        "2026-01-15T14:23:45.000z",
        "2026-01-15T14:23:45.000+19:00",
        "15/Jan/26 2:23 PM",
        "20260115",
        "2026",
      })
  void anythingElseIsNone(String text) {
    assertThat(Timestamps.parse(text)).isEmpty();
    assertThat(Timestamps.micros(text)).isEqualTo(Timestamps.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+51502-01-15T14:23:45.000+0000",
        "-0001-01-15T14:23:45.000+0000",
        "0001-01-01T00:00:00.000+0100",
        "9999-12-31T23:59:59.999-0100",
        "+999999999-01-01T00:00:00Z"
      })
  void microsStayWithinWhatEveryWarehouseHolds(String text) {
    assertThat(Timestamps.parse(text)).isPresent();
    assertThat(Timestamps.micros(text)).isEqualTo(Timestamps.NONE);
  }

  @Test
  void microsAreRoundedTowardsThePast() {
    assertThat(Timestamps.micros("1969-12-31T23:59:59.9999999Z")).isEqualTo(-1);
    assertThat(Timestamps.micros("0001-01-01T00:00:00Z")).isEqualTo(-62_135_596_800_000_000L);
    assertThat(Timestamps.micros("9999-12-31T23:59:59.999999Z"))
        .isEqualTo(253_402_300_799_999_999L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithJavaTimeOnRandomStamps(long seed) {
    Random random = new Random(seed);
    List<DateTimeFormatter> forms =
        List.of(
            form("uuuu-MM-dd'T'HH:mm:ss.SSSXX"),
            form("uuuu-MM-dd'T'HH:mm:ss.SSSXXX"),
            form("uuuu-MM-dd'T'HH:mm:ss.SSSxx"),
            form("uuuu-MM-dd HH:mm:ss.SSSxxx"));
    for (int i = 0; i < 4_000; i++) {
      long millis = random.nextLong(-62_135_500_000_000L, 253_402_200_000_000L);
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1));
      OffsetDateTime stamp = Instant.ofEpochMilli(millis).atOffset(offset);
      String text = forms.get(random.nextInt(forms.size())).format(stamp);
      assertThat(Timestamps.micros(text)).as(text).isEqualTo(millis * 1000);
      assertThat(Timestamps.parse(text)).contains(Instant.ofEpochMilli(millis));
    }
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
