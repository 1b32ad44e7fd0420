package dev.sluice.simulator.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the stamps of stored issues: offsets with and without a colon, or Z; fractions optional.
 */
public final class Stamps {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][.SS][.S][XXX][XX][X]", Locale.ROOT);

  private Stamps() {}

  /** Empty when the text is no stamp. */
  public static Optional<Instant> read(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, FORM).toInstant());
    } catch (DateTimeException notAStamp) {
      return Optional.empty();
    }
  }
}
