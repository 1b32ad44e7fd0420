package dev.sluice.bench;

import dev.sluice.simulator.http.RequestLog;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a loader asked for, by endpoint, as the server saw it. */
record Requests(Map<String, Long> byEndpoint) {

  private static final Pattern CHILDREN =
      Pattern.compile(".*/(changelog/bulkfetch|issue/\\{[^}]*}(/(changelog|comment|worklog))?)");
  private static final Pattern PREFIX = Pattern.compile("^(GET|POST) /rest/(api|agile)/[0-9.]+/");

  static Requests of(RequestLog log) {
    return new Requests(new TreeMap<>(log.countsByEndpoint()));
  }

  int all() {
    return Math.toIntExact(matching(Pattern.compile(".*")));
  }

  /** Those that fetched lists which a search had cut off. */
  long forTruncatedChildren() {
    return matching(CHILDREN);
  }

  /** The endpoints without their common beginning, most first. */
  String inWords() {
    return byEndpoint.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(entry -> entry.getValue() + " " + PREFIX.matcher(entry.getKey()).replaceFirst(""))
        .collect(Collectors.joining(", "));
  }

  private long matching(Pattern endpoints) {
    return byEndpoint.entrySet().stream()
        .filter(entry -> endpoints.matcher(entry.getKey()).matches())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
