package dev.sluice.transforms.jira;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Slows down before one of Jira's limits is reached, by what answers tell of it, so that what is
 * left lasts until there is more. Thread-safe.
 */
final class NearLimit {
  /** Cloud says that a limit is near when less than a fifth of it is left. */
  private static final int NEAR = 5;

  /** How long a warning without figures counts. */
  private static final Duration WARNED = Duration.ofSeconds(10);

  private final Budget budget;
  private final Clock clock;
  private final Map<String, Consumption> consumptions = new HashMap<>();

  NearLimit(Budget budget, Clock clock) {
    this.budget = budget;
    this.clock = clock;
  }

  /** Takes notice of an answer; a 429 is dealt with where requests are repeated. */
  void heed(String endpoint, ResponseHead head) {
    if (!head.successful()) {
      return;
    }
    RateHeaders headers = new RateHeaders(head, clock);
    List<QuotaStatus> quotas = QuotaStatus.of(head);
    OptionalLong fill = headers.figure("FillRate");
    OptionalLong interval = headers.figure("Interval-Seconds");
    if (!quotas.isEmpty()) {
      spread(quotas, endpoint);
    } else if (fill.isPresent() && interval.isPresent()) {
      refilled(headers, fill.getAsLong() / (double) Math.max(1, interval.getAsLong()));
    } else if (headers.nearLimit()) {
      warned(headers, endpoint);
    }
  }

  private void spread(List<QuotaStatus> quotas, String endpoint) {
    Map<Scope, QuotaRate> slowest = new EnumMap<>(Scope.class);
    for (QuotaStatus quota : quotas) {
      Duration left = Duration.ofSeconds(quota.seconds());
      if (quota.exhausted()) {
        budget.pause(quota.scope(), endpoint, left);
      } else {
        double perSecond = quota.remaining() / (Math.max(1, quota.seconds()) * cost(quota));
        slowest.merge(
            quota.scope(),
            new QuotaRate(perSecond, left),
            (one, other) -> one.perSecond() <= other.perSecond() ? one : other);
      }
    }
    slowest.forEach(
        (scope, rate) -> budget.slow(scope, endpoint, rate.perSecond(), rate.untilReset()));
  }

  /** Data Center: tokens trickle in, and those left over may be spent until few remain. */
  private void refilled(RateHeaders headers, double perSecond) {
    long remaining = headers.figure("Remaining").orElse(Long.MAX_VALUE);
    long limit = headers.figure("Limit").orElse(0);
    boolean few = remaining <= limit / NEAR && perSecond > 0;
    budget.slow(
        Scope.EVERYTHING, "", few ? perSecond : Double.POSITIVE_INFINITY, Duration.ofMinutes(1));
  }

  private void warned(RateHeaders headers, String endpoint) {
    OptionalLong remaining = headers.figure("Remaining");
    Optional<Duration> reset = headers.reset();
    if (remaining.isPresent() && remaining.getAsLong() > 0 && reset.isPresent()) {
      double seconds = Math.max(1, reset.get().toSeconds());
      budget.slow(headers.scope(), endpoint, remaining.getAsLong() / seconds, reset.get());
    } else {
      budget.slow(headers.scope(), endpoint, budget.statistics().allowedRate() / 2, WARNED);
    }
  }

  /** A request may cost many points of a quota, of a burst only ever one. */
  private double cost(QuotaStatus quota) {
    if (quota.scope() == Scope.ENDPOINT) {
      return 1;
    }
    synchronized (consumptions) {
      return consumptions
          .merge(quota.name(), Consumption.begin(quota), (earlier, begun) -> earlier.then(quota))
          .cost();
    }
  }

  private record QuotaRate(double perSecond, Duration untilReset) {}
}
