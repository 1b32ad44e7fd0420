package dev.sluice.pipelines.run;

import static java.time.temporal.ChronoUnit.MINUTES;

import dev.sluice.pipelines.run.IntervalRequest.Between;
import dev.sluice.pipelines.run.IntervalRequest.DeadLetters;
import dev.sluice.pipelines.run.IntervalRequest.Everything;
import dev.sluice.pipelines.run.IntervalRequest.Lookback;
import dev.sluice.pipelines.run.IntervalRequest.SinceLastSuccess;
import dev.sluice.pipelines.run.IntervalRequest.Sweep;
import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.RunMode;
import dev.sluice.transforms.jql.DateRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Chooses what a run reads. The watermark stays a horizon behind the clock of the server, because
 * Jira's search index lags behind its database; every increment reads that horizon once more.
 */
public final class IntervalChoice {

  private final Duration lag;
  private final Instant horizon;
  private final Instant serverNow;
  private final Optional<Instant> watermark;

  private IntervalChoice(Instant serverNow, Optional<Instant> watermark, Duration lag) {
    this.serverNow = serverNow;
    this.lag = lag;
    this.horizon = serverNow.minus(lag).truncatedTo(MINUTES);
    this.watermark = watermark;
  }

  /**
   * Chooses the interval.
   *
   * @param watermark everything updated before it was loaded; empty before the first success
   * @param serverNow by the clock of Jira, not of this machine
   * @param lag how far behind that clock an interval is closed
   * @throws RunException.NothingLoadedYet when the request refers to a success and there is none
   */
  public static ChosenInterval choose(
      IntervalRequest request, Optional<Instant> watermark, Instant serverNow, Duration lag) {
    return new IntervalChoice(serverNow, watermark, lag).choose(request);
  }

  private ChosenInterval choose(IntervalRequest request) {
    if (request instanceof Everything) {
      return everything(RunMode.FULL);
    }
    if (request instanceof DeadLetters) {
      return named(RunMode.REPLAY);
    }
    if (request instanceof Sweep) {
      return named(RunMode.SWEEP);
    }
    if (request instanceof Lookback lookback) {
      Instant from = serverNow.minus(lookback.length()).truncatedTo(MINUTES);
      Interval interval = new Interval(from, later(from, horizon));
      return new ChosenInterval(
          RunMode.INTERVAL, interval, DateRange.since(from), reached(interval));
    }
    if (request instanceof Between between) {
      Interval interval = new Interval(between.from(), between.to());
      return new ChosenInterval(
          RunMode.INTERVAL,
          interval,
          DateRange.of(between.from(), between.to()),
          reached(interval));
    }
    if (watermark.isPresent()) {
      return increment(watermark.get());
    }
    if (request instanceof SinceLastSuccess) {
      throw new RunException.NothingLoadedYet();
    }
    return everything(RunMode.FIRST);
  }

  private ChosenInterval everything(RunMode mode) {
    return new ChosenInterval(
        mode,
        new Interval(Instant.EPOCH, horizon),
        DateRange.since(Instant.EPOCH),
        Optional.of(horizon));
  }

  /** Named issues close no interval. */
  private ChosenInterval named(RunMode mode) {
    Instant now = serverNow.truncatedTo(MINUTES);
    return new ChosenInterval(
        mode, new Interval(now, now), DateRange.of(now, now), Optional.empty());
  }

  private ChosenInterval increment(Instant reached) {
    Instant from = reached.minus(lag).truncatedTo(MINUTES);
    Instant to = later(reached.truncatedTo(MINUTES), horizon);
    return new ChosenInterval(
        RunMode.INCREMENTAL, new Interval(from, to), DateRange.since(from), Optional.of(to));
  }

  /** An interval moves the watermark only when it leaves no gap behind itself. */
  private Optional<Instant> reached(Interval interval) {
    Instant closed = interval.to().isBefore(horizon) ? interval.to() : horizon;
    return watermark
        .filter(known -> !interval.from().isAfter(known) && closed.isAfter(known))
        .map(known -> closed);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
