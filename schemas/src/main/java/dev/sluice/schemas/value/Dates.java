package dev.sluice.schemas.value;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.OptionalInt;

/** Calendar days as Jira writes them: {@code yyyy-MM-dd}, without a zone, never shifted. */
final class Dates {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Dates() {}

  /**
   * Returns days since 1970-01-01. Empty for another form, an impossible day and a year outside 1
   * to 9999: people do type the year 51502, and no warehouse but Avro could hold it.
   */
  static OptionalInt parse(String text) {
    if (text.length() != "yyyy-MM-dd".length()) {
      return OptionalInt.empty();
    }
    try {
      LocalDate date = LocalDate.parse(text, FORM);
      return date.getYear() < 1 ? OptionalInt.empty() : OptionalInt.of((int) date.toEpochDay());
    } catch (DateTimeParseException e) {
      return OptionalInt.empty();
    }
  }
}
