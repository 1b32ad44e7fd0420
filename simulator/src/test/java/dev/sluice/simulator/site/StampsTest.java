package dev.sluice.simulator.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class StampsTest {
  private static final Instant SUMMER = Instant.parse("2026-07-01T06:05:04.003Z");

  @Test
  void writesTheOffsetOfTheInstantWithoutAColon() {
    ZoneId zone = ZoneId.of("America/Los_Angeles");
    assertThat(Stamps.moment(SUMMER, zone)).isEqualTo("2026-06-30T23:05:04.003-0700");
    assertThat(Stamps.moment(SUMMER.minusSeconds(180 * 86_400), zone)).endsWith("-0800");
    assertThat(Stamps.moment(SUMMER, ZoneId.of("Asia/Kathmandu")))
        .isEqualTo("2026-07-01T11:50:04.003+0545");
    assertThat(Stamps.zulu(SUMMER)).isEqualTo("2026-07-01T06:05:04.003Z");
  }

  @Test
  void readsEveryFormOfOffset() {
    for (String offset : new String[] {"+0200", "+02:00", "+02"}) {
      assertThat(Stamps.parse("2026-07-01T08:05:04.003" + offset)).hasValue(SUMMER);
    }
    assertThat(Stamps.parse("2026-07-01T06:05:04.003Z")).hasValue(SUMMER);
    assertThat(Stamps.parse("2026-07-01T06:05:04.003")).isEmpty();
    assertThat(Stamps.parse("soon")).isEmpty();
  }

  @Test
  void writesDaysAndMomentsAsHistoriesDo() {
    assertThat(Stamps.shortDay(LocalDate.of(2023, 9, 3))).isEqualTo("03/Sep/23");
    assertThat(Stamps.shortMoment(SUMMER, ZoneId.of("UTC"))).isEqualTo("01/Jul/26 6:05 AM");
  }
}
