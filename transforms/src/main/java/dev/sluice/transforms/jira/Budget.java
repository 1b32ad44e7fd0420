package dev.sluice.transforms.jira;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds what this JVM asks of one Jira site, over all clients and threads: permits are evenly
 * spaced and in no second more than the rate of the hour, requests under way never above the
 * concurrency, and a pause Jira asked for holds for everybody. Callers are served first come, first
 * served; with enough of them the whole rate is used. Thread-safe.
 */
public final class Budget {
  private static final ConcurrentMap<String, Budget> BUDGETS = new ConcurrentHashMap<>();

  /** Nobody sleeps longer in one go, so that a border of quiet hours is not slept through. */
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

  private final Ticker ticker;
  private final Clock clock;
  private final ReentrantLock turn = new ReentrantLock(/* fair= */ true);
  private final Pacing pacing = new Pacing();
  private final Pauses pauses = new Pauses();
  private final Slowdowns slowdowns = new Slowdowns();
  private final RecentRate recent = new RecentRate();
  private final LongAdder permits = new LongAdder();
  private final LongAdder waitedNanos = new LongAdder();
  private final ConcurrencyGate gate;
  private volatile BudgetLimits limits;

  Budget(BudgetLimits limits, Ticker ticker, Clock clock) {
    this.limits = limits;
    this.ticker = ticker;
    this.clock = clock;
    this.gate = new ConcurrencyGate(limits.concurrency());
  }

  /**
   * Returns the one budget of a site in this JVM. When it exists with other limits, the limits
   * given last hold from the next permit on, for everybody.
   *
   * @param siteKey names the site, see {@link JiraConnection#siteKey()}
   */
  public static Budget forSite(String siteKey, BudgetLimits limits) {
    Budget budget =
        BUDGETS.computeIfAbsent(
            siteKey, key -> new Budget(limits, Ticker.system(), Clock.systemUTC()));
    budget.limitTo(limits);
    return budget;
  }

  /** Reads the figures since this JVM first met the site. */
  public Statistics statistics() {
    return new Statistics(
        permits.sum(),
        Duration.ofNanos(waitedNanos.sum()),
        recent.perSecond(ticker.nanos()),
        rate().perSecond());
  }

  /**
   * What a budget has given.
   *
   * @param permits how many requests were let through
   * @param waited time callers waited for their turn, added up over threads
   * @param currentRate requests a second over the last ten seconds
   * @param allowedRate requests a second allowed at this hour
   */
  public record Statistics(long permits, Duration waited, double currentRate, double allowedRate) {}

  /** How an attempt to enter ended. */
  sealed interface Entry {
    /** The caller may send, and must {@link Budget#leave()} afterwards. */
    record Admitted(Duration waited) implements Entry {}

    /** The caller may not send before the pause is over, and holds nothing. */
    record Paused(Duration remaining) implements Entry {}
  }

  /** Waits for a permit; a pause in force is not waited for but told. */
  Entry enter(String endpoint) throws InterruptedException {
    long arrived = ticker.nanos();
    gate.enter();
    boolean admitted = false;
    try {
      turn.lockInterruptibly();
      try {
        Entry entry = awaitTurn(endpoint, arrived);
        admitted = entry instanceof Entry.Admitted;
        return entry;
      } finally {
        turn.unlock();
      }
    } finally {
      if (!admitted) {
        gate.leave();
      }
    }
  }

  /** Gives back the place among the requests under way. */
  void leave() {
    gate.leave();
  }

  /** Keeps everybody from the endpoint, or from everything, for a while from now. */
  void pause(Scope scope, String endpoint, Duration wait) {
    pauses.pause(scope, endpoint, ticker.nanos() + wait.toNanos());
  }

  /**
   * Slows everybody's requests to the endpoint, or to everything, for a while from now. What was
   * said of the same scope before no longer counts.
   */
  void slow(Scope scope, String endpoint, double perSecond, Duration hold) {
    if (perSecond < rate().perSecond()) {
      slowdowns.slow(scope, endpoint, new Rate(perSecond), ticker.nanos() + hold.toNanos());
    } else {
      slowdowns.lift(scope, endpoint);
    }
  }

  // Only the head of the queue sleeps, holding the turn: the others stay in order behind it.
  private Entry awaitTurn(String endpoint, long arrived) throws InterruptedException {
    while (true) {
      long now = ticker.nanos();
      long paused = pauses.remaining(endpoint, now);
      if (paused > 0) {
        return new Entry.Paused(Duration.ofNanos(paused));
      }
      Rate rate = rate();
      long delay = pacing.delay(now, rate);
      if (delay == 0) {
        pacing.take(now, rate);
        slowdowns.taken(endpoint, now, pauses);
        permits.increment();
        waitedNanos.add(now - arrived);
        recent.record(now);
        return new Entry.Admitted(Duration.ofNanos(now - arrived));
      }
      ticker.sleep(Duration.ofNanos(Math.min(delay, LONGEST_SLEEP.toNanos())));
    }
  }

  private Rate rate() {
    return limits.rateAt(clock.instant());
  }

  private void limitTo(BudgetLimits changed) {
    limits = changed;
    gate.resize(changed.concurrency());
  }
}
