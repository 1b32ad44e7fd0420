package dev.sluice.transforms.jira;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/** Keeps count of what one client does, and of the time it is for the server, from any thread. */
final class RequestCounters {
  private final LongAdder requests = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder throttledNanos = new LongAdder();
  private final LongAdder queuedNanos = new LongAdder();
  private final LongAdder bodyBytes = new LongAdder();
  private volatile Instant serverTime = Instant.EPOCH;

  void sent() {
    requests.increment();
  }

  void repeated() {
    retries.increment();
  }

  void throttled(Duration wait) {
    throttledNanos.add(wait.toNanos());
  }

  void queued(Duration wait) {
    queuedNanos.add(wait.toNanos());
  }

  void received(long bytes, Arrival arrival) {
    bodyBytes.add(bytes);
    serverTime = arrival.bestServerTime();
  }

  /** The server's clock at the last whole answer; the start of time before the first. */
  Instant serverTime() {
    return serverTime;
  }

  RequestStats snapshot() {
    return new RequestStats(
        requests.sum(),
        retries.sum(),
        Duration.ofNanos(throttledNanos.sum()),
        Duration.ofNanos(queuedNanos.sum()),
        bodyBytes.sum());
  }
}
