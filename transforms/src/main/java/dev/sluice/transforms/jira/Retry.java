package dev.sluice.transforms.jira;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats what may succeed a little later. Errors are repeated a few times; a Jira that asks to
 * slow down is obeyed for as long as one request may wait in all, whatever the number of its
 * answers.
 */
final class Retry implements Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Retry.class);

  private final Exchange next;
  private final Budget budget;
  private final Patience patience;
  private final Backoff backoff;
  private final Ticker ticker;
  private final Clock clock;
  private final RequestCounters counters;

  Retry(
      Exchange next,
      Budget budget,
      Backoff backoff,
      Ticker ticker,
      Clock clock,
      RequestCounters counters) {
    this.next = next;
    this.budget = budget;
    this.patience = backoff.patience();
    this.backoff = backoff;
    this.ticker = ticker;
    this.clock = clock;
    this.counters = counters;
  }

  @Override
  public <T> Outcome<T> send(Call<T> call) {
    int errors = 0;
    int throttlings = 0;
    Duration waited = Duration.ZERO;
    while (true) {
      Outcome<T> outcome = next.send(call);
      Duration wait;
      Problem reason;
      if (outcome instanceof Outcome.Held<T> held) {
        wait = held.remaining();
        reason = Trouble.PAUSED.with();
      } else if (outcome instanceof Outcome.Throttled<T> throttled) {
        wait = backoff.afterThrottling(throttlings++, throttled.told());
        reason = throttled.problem();
        budget.pause(throttled.scope(), call.endpoint(), wait);
      } else if (outcome instanceof Outcome.Transient<T> failure && failure.repeatable()) {
        reason = failure.problem();
        if (errors == repetitions(call, failure)) {
          return failure.withProblem(Problems.afterAttempts(reason, errors + 1));
        }
        wait = backoff.afterError(errors++, failure.told());
        if (failure.told().isPresent()) {
          budget.pause(Scope.EVERYTHING, call.endpoint(), wait);
        }
      } else {
        return outcome;
      }
      if (waited.plus(wait).compareTo(patience.longestWait()) > 0) {
        Instant returnsAt = clock.instant().plus(wait).plusSeconds(1).truncatedTo(SECONDS);
        return new Outcome.Unavailable<>(
            Problems.outOfPatience(reason, wait, returnsAt),
            false,
            false,
            Optional.of(wait),
            Optional.of(returnsAt));
      }
      if (!(outcome instanceof Outcome.Held)) {
        LOG.warn("{} Waiting {} ms before asking again.", reason.message(), wait.toMillis());
        counters.repeated();
      }
      sleep(wait);
      waited = waited.plus(wait);
    }
  }

  private int repetitions(Call<?> call, Outcome<?> failure) {
    return failure.seemsTooMuch()
        ? Math.min(call.mostRepetitions(), patience.retries())
        : patience.retries();
  }

  private void sleep(Duration wait) {
    long began = ticker.nanos();
    try {
      ticker.sleep(wait);
    } catch (InterruptedException e) {
      throw new JiraException.Interrupted();
    } finally {
      counters.throttled(Duration.ofNanos(ticker.nanos() - began));
    }
  }
}
