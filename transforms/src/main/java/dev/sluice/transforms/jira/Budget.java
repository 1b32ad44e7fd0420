package dev.sluice.transforms.jira;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

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

  /** How long after its time a permit is still good. */
  private static final Duration LATEST_USE = Duration.ofMillis(50);

  private final Ticker ticker;
  private final Clock clock;
  private final ReentrantLock turn = new ReentrantLock(/* fair= */ true);
  private final Permits source;
  private final Pauses pauses = new Pauses();
  private final Slowdowns slowdowns = new Slowdowns();
  private final RecentRate recent = new RecentRate();
  private final LongAdder permits = new LongAdder();
  private final LongAdder waitedNanos = new LongAdder();
  private final ConcurrencyGate gate;
  private volatile BudgetLimits limits;

  Budget(BudgetLimits limits, Ticker ticker, Clock clock) {
    this(limits, ticker, clock, new OwnPermits(ticker));
  }

  Budget(BudgetLimits limits, Ticker ticker, Clock clock, Permits source) {
    this.source = source;
    this.limits = limits;
    this.ticker = ticker;
    this.clock = clock;
    this.gate = new ConcurrencyGate(limits.concurrency());
  }

  /**
   * Returns the one budget of a site in this JVM. When it exists with other limits, the limits
   * given last hold from the next permit on, for everybody. One that is shared with other processes
   * is another budget than one that is not.
   *
   * @param siteKey names the site, see {@link JiraConnection#siteKey()}
   */
  public static Budget forSite(String siteKey, BudgetLimits limits) {
    SharedStore shared = limits.shared();
    String key = shared == null ? siteKey : siteKey + " " + shared.address();
    Budget budget =
        BUDGETS.computeIfAbsent(
            key,
            absent ->
                new Budget(limits, Ticker.system(), Clock.systemUTC(), permits(siteKey, shared)));
    budget.limitTo(limits);
    return budget;
  }

  private static Permits permits(String siteKey, @Nullable SharedStore shared) {
    return shared == null
        ? new OwnPermits(Ticker.system())
        : new RedisPermits(shared, siteKey, SecretStore.system(), Ticker.system());
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
      Entry entry = permit(endpoint, arrived);
      admitted = entry instanceof Entry.Admitted;
      return entry;
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
    if (scope == Scope.EVERYTHING) {
      source.pause(wait);
    }
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

  private Entry permit(String endpoint, long arrived) throws InterruptedException {
    while (true) {
      Permits.Turn next;
      turn.lockInterruptibly();
      try {
        next = awaitTurn(endpoint);
      } finally {
        turn.unlock();
      }
      if (next instanceof Permits.Turn.Paused paused) {
        return new Entry.Paused(paused.remaining());
      }
      Duration in = ((Permits.Turn.Granted) next).in();
      long due = ticker.nanos() + in.toNanos();
      if (!in.isZero()) {
        ticker.sleep(in);
      }
      // Used late it would meet those of the next second there, so it is not used at all.
      if (ticker.nanos() - due <= LATEST_USE.toNanos()) {
        return admitted(endpoint, arrived);
      }
    }
  }

  /**
   * Granted or paused. While there is none only the head of the queue sleeps, holding the turn: the
   * others stay in order behind it. A permit for later is waited for by its owner alone, so that
   * several are fetched ahead and the way to a store costs nothing of the rate.
   */
  private Permits.Turn awaitTurn(String endpoint) throws InterruptedException {
    while (true) {
      long paused = pauses.remaining(endpoint, ticker.nanos());
      if (paused > 0) {
        return new Permits.Turn.Paused(Duration.ofNanos(paused));
      }
      Permits.Turn next = source.take(rate());
      if (!(next instanceof Permits.Turn.Busy busy)) {
        return next;
      }
      ticker.sleep(busy.again().compareTo(LONGEST_SLEEP) < 0 ? busy.again() : LONGEST_SLEEP);
    }
  }

  private Entry admitted(String endpoint, long arrived) {
    long now = ticker.nanos();
    long paused = pauses.remaining(endpoint, now);
    if (paused > 0) {
      return new Entry.Paused(Duration.ofNanos(paused));
    }
    slowdowns.taken(endpoint, now, pauses);
    permits.increment();
    waitedNanos.add(now - arrived);
    recent.record(now);
    return new Entry.Admitted(Duration.ofNanos(now - arrived));
  }

  private Rate rate() {
    return limits.rateAt(clock.instant());
  }

  private void limitTo(BudgetLimits changed) {
    limits = changed;
    gate.resize(changed.concurrency());
  }
}
