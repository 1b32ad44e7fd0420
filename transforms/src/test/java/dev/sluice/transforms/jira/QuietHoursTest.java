package dev.sluice.transforms.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class QuietHoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  @Test
  void officeHoursAreThoseOfTheZone() {
    QuietHours office = hours(WEEKDAYS, "09:00", "17:00");
    assertThat(office.contains(Instant.parse("2026-11-24T07:59:59Z"))).isFalse();
    assertThat(office.contains(Instant.parse("2026-11-24T08:00:00Z"))).isTrue();
    assertThat(office.contains(Instant.parse("2026-11-24T15:59:59Z"))).isTrue();
    assertThat(office.contains(Instant.parse("2026-11-24T16:00:00Z"))).isFalse();
    assertThat(office.contains(Instant.parse("2026-11-22T10:00:00Z"))).as("Sunday").isFalse();
    assertThat(office.contains(Instant.parse("2026-07-01T07:00:00Z"))).as("in summer").isTrue();
  }

  @Test
  void aNightBelongsToTheDayOnWhichItBegins() {
    QuietHours fridayNight = hours(EnumSet.of(DayOfWeek.FRIDAY), "22:00", "06:00");
    assertThat(fridayNight.contains(Instant.parse("2026-11-27T21:00:00Z"))).isTrue();
    assertThat(fridayNight.contains(Instant.parse("2026-11-28T04:59:00Z"))).isTrue();
    assertThat(fridayNight.contains(Instant.parse("2026-11-28T05:00:00Z"))).isFalse();
    assertThat(fridayNight.contains(Instant.parse("2026-11-28T21:30:00Z"))).isFalse();
  }

  @Test
  void theSameTimeTwiceIsAWholeDay() {
    QuietHours sunday = hours(EnumSet.of(DayOfWeek.SUNDAY), "00:00", "00:00");
    assertThat(length(sunday, "2026-11-20T00:00:00Z")).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void clocksThatArePutForwardOrBackMoveTheBorders() {
    QuietHours night = hours(EnumSet.of(DayOfWeek.SUNDAY), "01:00", "02:30");
    assertThat(length(night, "2026-03-27T00:00:00Z")).as("2:30 exists as 3:30").hasMinutes(90);
    assertThat(length(night, "2026-10-23T00:00:00Z")).as("2:30 comes twice").hasMinutes(150);
    QuietHours office = hours(EnumSet.of(DayOfWeek.SUNDAY), "00:00", "05:00");
    assertThat(length(office, "2026-03-27T00:00:00Z")).hasHours(4);
    assertThat(length(office, "2026-10-23T00:00:00Z")).hasHours(6);
  }

  @Test
  void theLowestRateOfTheHourHolds() {
    BudgetLimits limits =
        new BudgetLimits(
            10,
            4,
            List.of(
                new QuietHours(WEEKDAYS, LocalTime.of(9, 0), LocalTime.of(17, 0), BERLIN, 3),
                new QuietHours(WEEKDAYS, LocalTime.of(12, 0), LocalTime.of(13, 0), BERLIN, 5),
                new QuietHours(WEEKDAYS, LocalTime.of(9, 0), LocalTime.of(10, 0), BERLIN, 1)),
            null);
    assertThat(limits.rateAt(Instant.parse("2026-11-24T07:00:00Z"))).isEqualTo(new Rate(10));
    assertThat(limits.rateAt(Instant.parse("2026-11-24T08:30:00Z"))).isEqualTo(new Rate(1));
    assertThat(limits.rateAt(Instant.parse("2026-11-24T11:30:00Z"))).isEqualTo(new Rate(3));
  }

  @Test
  void aRateAtWhichNothingCouldBeSentIsRefused() {
    assertThatThrownBy(() -> new QuietHours(WEEKDAYS, LocalTime.MIN, LocalTime.NOON, BERLIN, 0))
        .isInstanceOf(JiraException.Misconfigured.class);
  }

  private static Duration length(QuietHours hours, String from) {
    Instant start = Instant.parse(from);
    long minutes = 0;
    for (int minute = 0; minute < 7 * 24 * 60; minute++) {
      minutes += hours.contains(start.plusSeconds(60L * minute)) ? 1 : 0;
    }
    return Duration.ofMinutes(minutes);
  }

  private static QuietHours hours(Set<DayOfWeek> days, String from, String to) {
    return new QuietHours(days, LocalTime.parse(from), LocalTime.parse(to), BERLIN, 1);
  }
}
