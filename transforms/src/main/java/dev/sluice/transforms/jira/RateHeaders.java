package dev.sluice.transforms.jira;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads what the many rate-limit headers of both editions tell: how long to wait, and what for.
 * What they tell is taken only where it makes sense, and never for more than a day.
 */
final class RateHeaders {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Pattern SECONDS = Pattern.compile("\\d+");
  private static final Pattern FIGURE = Pattern.compile("\\d{1,15}");

  /** Both {@code 2025-10-08T15:00:00Z} and {@code 2026-03-26T16:00Z} have been seen. */
  private static final DateTimeFormatter RESET =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT);

  private final ResponseHead head;
  private final Instant now;

  /** Measures against the server's own clock where it tells it: the local one may be off. */
  RateHeaders(ResponseHead head, Clock clock) {
    this.head = head;
    this.now = head.serverTime().orElseGet(clock::instant);
  }

  /** Returns how long to wait at least, when the answer says anything usable about it. */
  Optional<Duration> told() {
    return retryAfter()
        .or(() -> head.header("X-RateLimit-Reset").flatMap(this::reset))
        .or(this::exhaustedPolicy)
        .or(() -> head.header("X-RateLimit-Interval-Seconds").flatMap(RateHeaders::seconds))
        .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  /** Returns what Retry-After tells; 0 is what Data Center sends while tokens remain. */
  Optional<Duration> retryAfter() {
    return head.header("Retry-After")
        .map(String::strip)
        .flatMap(text -> seconds(text).or(() -> ResponseHead.httpDate(text).map(this::until)))
        .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  Scope scope() {
    return QuotaStatus.scopeOf(reason());
  }

  /** Returns the name of the limit as Jira tells it, empty when it does not. */
  String reason() {
    return head.header("RateLimit-Reason").or(() -> exhausted().map(QuotaStatus::name)).orElse("");
  }

  /** Returns how long until what is left of the limit is filled up, when Cloud tells it. */
  Optional<Duration> reset() {
    return head.header("X-RateLimit-Reset")
        .flatMap(this::reset)
        .filter(wait -> wait.compareTo(Duration.ZERO) > 0);
  }

  boolean nearLimit() {
    return head.headerHas("X-RateLimit-NearLimit", "true");
  }

  /** Returns the whole number that a header of this name, such as Remaining, tells. */
  OptionalLong figure(String name) {
    return head.header("X-RateLimit-" + name).stream()
        .filter(text -> FIGURE.matcher(text).matches())
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private Optional<Duration> exhaustedPolicy() {
    return exhausted().map(policy -> Duration.ofSeconds(policy.seconds()));
  }

  private Optional<QuotaStatus> exhausted() {
    return QuotaStatus.of(head).stream().filter(QuotaStatus::exhausted).findFirst();
  }

  private Optional<Duration> reset(String text) {
    if (SECONDS.matcher(text).matches()) {
      return seconds(text)
          .map(value -> value.toSeconds() < 1_000_000_000 ? value : until(epoch(value)));
    }
    try {
      return Optional.of(until(OffsetDateTime.parse(text, RESET).toInstant()));
    } catch (DateTimeException e) {
      return ResponseHead.httpDate(text).map(this::until);
    }
  }

  private static Instant epoch(Duration value) {
    return Instant.EPOCH.plus(value);
  }

  private Duration until(Instant moment) {
    return Duration.between(now, moment);
  }

  private static Optional<Duration> seconds(String text) {
    return SECONDS.matcher(text).matches()
        ? Optional.of(
            Duration.ofSeconds(text.length() > 10 ? 9_999_999_999L : Long.parseLong(text)))
        : Optional.empty();
  }
}
