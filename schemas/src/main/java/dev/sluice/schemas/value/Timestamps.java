package dev.sluice.schemas.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Instants as Jira writes them: {@code 2026-01-15T14:23:45.000+0000} with the offset of the site's
 * default zone, {@code Z} or {@code +10:00}, 0 to 9 fraction digits, a space for the {@code T}, no
 * seconds, or the digits of epoch milliseconds. Text without an offset is no instant.
 */
public final class Timestamps {

  /** What {@link #micros} returns for text that is no instant a column can hold. */
  public static final long NONE = Long.MIN_VALUE;

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
  private static final long FIRST_MICROS = micros(FIRST);
  private static final long END_MICROS = micros(END);

  /** Short digits are more likely a year or a day than an instant of the early seventies. */
  private static final Pattern EPOCH_MILLIS = Pattern.compile("-?\\d{11,15}");

  private static final DateTimeFormatter ANY_FORM =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4, 9, SignStyle.NORMAL)
          .appendPattern("-MM-dd'T'HH:mm")
          .optionalStart()
          .appendPattern(":ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .optionalEnd()
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Timestamps() {}

  /** Returns the instant; empty for text that is none. */
  public static Optional<Instant> parse(String text) {
    if (EPOCH_MILLIS.matcher(text).matches()) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
    }
    try {
      String form = text.startsWith("+") ? text.substring(1) : text;
      return Optional.of(ANY_FORM.parse(form.replace(' ', 'T'), OffsetDateTime::from).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns microseconds since 1970-01-01T00:00:00Z, finer digits cut off; {@link #NONE} for text
   * that is no instant, and for years outside 1 to 9999, which no warehouse but Avro could hold.
   */
  public static long micros(String text) {
    long fast = FastTimestamp.micros(text);
    if (fast != FastTimestamp.NONE) {
      return fast < FIRST_MICROS || fast >= END_MICROS ? NONE : fast;
    }
    return parse(text)
        .filter(instant -> !instant.isBefore(FIRST) && instant.isBefore(END))
        .map(Timestamps::micros)
        .orElse(NONE);
  }

  /**
   * Returns the microseconds since 1970-01-01T00:00:00Z, rounded towards the past.
   *
   * @throws ArithmeticException if they overflow
   */
  public static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
  }
}
