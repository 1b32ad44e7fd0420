package dev.sluice.pipelines.cli;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a moment: {@code 2026-01-31} (midnight UTC), {@code 2026-01-31T08:30Z}, {@code
 * 2026-01-31T08:30:00+00:00}. Cut to the whole minute, the grain of Jira's queries.
 */
final class InstantText implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String text) {
    try {
      return moment(text.strip()).truncatedTo(MINUTES);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "expected a day such as 2026-01-31 or a moment such as 2026-01-31T08:30Z, not '"
              + text
              + "'");
    }
  }

  private static Instant moment(String text) {
    return text.length() <= "2026-01-31".length()
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
  }
}
