package dev.sluice.transforms.jira;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds what this JVM asks of one Jira site, over all clients and threads: permits are evenly
 * spaced and in no second more than the rate, requests under way never above the concurrency, and a
 * pause Jira asked for holds for everybody. Callers are served first come, first served; with
 * enough of them the whole rate is used. Thread-safe.
 */
public final class Budget {
  private static final ConcurrentMap<String, Budget> BUDGETS = new ConcurrentHashMap<>();

  private final Ticker ticker;
  private final ReentrantLock turn = new ReentrantLock(/* fair= */ true);
  private final Pacing pacing = new Pacing();
  private final Pauses pauses = new Pauses();
  private final RecentRate recent = new RecentRate();
  private final LongAdder permits = new LongAdder();
  private final LongAdder waitedNanos = new LongAdder();
  private final ConcurrencyGate gate;
  private volatile BudgetLimits limits;

  Budget(BudgetLimits limits, Ticker ticker) {
    this.limits = limits;
    this.ticker = ticker;
    this.gate = new ConcurrencyGate(limits.concurrency());
  }

  /**
   * Returns the one budget of a site in this JVM. When it exists with other limits, the limits
   * given last hold from the next permit on, for everybody.
   *
   * @param siteKey names the site, see {@link JiraConnection#siteKey()}
   */
  public static Budget forSite(String siteKey, BudgetLimits limits) {
    Budget budget = BUDGETS.computeIfAbsent(siteKey, key -> new Budget(limits, Ticker.system()));
    budget.limitTo(limits);
    return budget;
  }

  /** Reads the figures since this JVM first met the site. */
  public Statistics statistics() {
    return new Statistics(
        permits.sum(),
        Duration.ofNanos(waitedNanos.sum()),
        recent.perSecond(ticker.nanos()),
        limits.requestsPerSecond());
  }

  /**
   * What a budget has given.
   *
   * @param permits how many requests were let through
   * @param waited time callers waited for their turn, added up over threads
   * @param currentRate requests a second over the last ten seconds
   * @param allowedRate requests a second allowed
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

  // Only the head of the queue sleeps, holding the turn: the others stay in order behind it.
  private Entry awaitTurn(String endpoint, long arrived) throws InterruptedException {
    while (true) {
      long now = ticker.nanos();
      long paused = pauses.remaining(endpoint, now);
      if (paused > 0) {
        return new Entry.Paused(Duration.ofNanos(paused));
      }
      long delay = pacing.delay(now, limits);
      if (delay == 0) {
        pacing.take(now, limits);
        permits.increment();
        waitedNanos.add(now - arrived);
        recent.record(now);
        return new Entry.Admitted(Duration.ofNanos(now - arrived));
      }
      ticker.sleep(Duration.ofNanos(delay));
    }
  }

  private void limitTo(BudgetLimits changed) {
    limits = changed;
    gate.resize(changed.concurrency());
  }
}
