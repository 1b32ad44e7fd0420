package dev.sluice.simulator.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/** Writes moments and days in the ways Jira does. */
public final class Stamps {
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("dd/MMM/yy", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_MOMENT =
      DateTimeFormatter.ofPattern("dd/MMM/yy h:mm a", Locale.ENGLISH);
  private static final DateTimeFormatter ANY_OFFSET =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private static final int DAY_LENGTH = 10;
  private static final int SHORTEST_MOMENT = "2026-01-15T14:23Z".length();

  private Stamps() {}

  /** {@code 2026-01-15T14:23:45.000-0800}: the offset of that instant, without a colon. */
  public static String moment(Instant instant, ZoneId zone) {
    ZoneOffset offset = zone.getRules().getOffset(instant);
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), offset);
    StringBuilder text = new StringBuilder(28);
    digits(text, local.getYear(), 4).append('-');
    digits(text, local.getMonthValue(), 2).append('-');
    digits(text, local.getDayOfMonth(), 2).append('T');
    digits(text, local.getHour(), 2).append(':');
    digits(text, local.getMinute(), 2).append(':');
    digits(text, local.getSecond(), 2).append('.');
    digits(text, local.getNano() / 1_000_000, 3);
    int minutes = offset.getTotalSeconds() / 60;
    text.append(minutes < 0 ? '-' : '+');
    digits(text, Math.abs(minutes) / 60, 2);
    return digits(text, Math.abs(minutes) % 60, 2).toString();
  }

  /** {@code 2025-03-12T01:36:46.600Z}, the form of sprint dates. */
  static String zulu(Instant instant) {
    String text = moment(instant, ZoneOffset.UTC);
    return text.substring(0, text.length() - 5) + 'Z';
  }

  /** {@code 23/Sep/23}, the form of days in the text of a history item. */
  public static String shortDay(LocalDate day) {
    return SHORT_DAY.format(day);
  }

  /** {@code 23/Sep/23 9:00 AM}, the form of moments in the text of a history item. */
  public static String shortMoment(Instant instant, ZoneId zone) {
    return SHORT_MOMENT.format(instant.atZone(zone));
  }

  /** Reads an ISO moment with any form of offset. */
  public static Optional<Instant> parse(String text) {
    if (text.length() < SHORTEST_MOMENT || text.charAt(DAY_LENGTH) != 'T') {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.from(ANY_OFFSET.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static StringBuilder digits(StringBuilder text, int number, int width) {
    String plain = Integer.toString(number);
    for (int missing = width - plain.length(); missing > 0; missing--) {
      text.append('0');
    }
    return text.append(plain);
  }
}
