package dev.sluice.transforms.jira;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/**
 * Status and headers of an answer.
 *
 * @param headers values by lower-case name, in the order they came
 */
record ResponseHead(int status, Map<String, List<String>> headers) {

  boolean successful() {
    return status >= 200 && status < 300;
  }

  boolean redirecting() {
    return status >= 300 && status < 400;
  }

  /** Returns all values of a header as one comma-separated text, as HTTP allows. */
  Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  boolean headerHas(String name, String part) {
    return header(name)
        .filter(value -> value.toUpperCase(Locale.ROOT).contains(part.toUpperCase(Locale.ROOT)))
        .isPresent();
  }

  Optional<Instant> serverTime() {
    return header("Date").flatMap(ResponseHead::httpDate);
  }

  static Optional<Instant> httpDate(String text) {
    return Optional.ofNullable(DateUtils.parseStandardDate(text));
  }
}
