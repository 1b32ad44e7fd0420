package dev.sluice.pipelines.config;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WeekdaysTest {

  @Test
  void rangesMayGoOverTheEndOfTheWeek() {
    assertThat(Weekdays.parse("fri-mon").orElseThrow())
        .containsExactlyInAnyOrder(FRIDAY, SATURDAY, SUNDAY, MONDAY);
    assertThat(Weekdays.parse("Mon, WED , sat - sun").orElseThrow())
        .containsExactlyInAnyOrder(MONDAY, WEDNESDAY, SATURDAY, SUNDAY);
    assertThat(Weekdays.parse("daily").orElseThrow()).hasSize(7);
  }

  @Test
  void otherWordsAreNone() {
    assertThat(Weekdays.parse("mon-tue-wed")).isEmpty();
    assertThat(Weekdays.parse("")).isEmpty();
    assertThat(Weekdays.parse("montag")).isEmpty();
  }
}
