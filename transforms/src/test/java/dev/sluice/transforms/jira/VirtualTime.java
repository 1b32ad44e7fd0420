package dev.sluice.transforms.jira;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by sleeping, and remembers every sleep. */
final class VirtualTime extends Clock implements Ticker {
  static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

  private final List<Duration> sleeps = new ArrayList<>();
  private long elapsed;

  @Override
  public synchronized long nanos() {
    return elapsed;
  }

  @Override
  public synchronized void sleep(Duration duration) {
    sleeps.add(duration);
    elapsed += duration.toNanos();
  }

  synchronized void advance(Duration duration) {
    elapsed += duration.toNanos();
  }

  /** Returns the sleeps that were more than the spacing of permits. */
  synchronized List<Duration> pauses() {
    return sleeps.stream().filter(sleep -> sleep.toMillis() > 100).toList();
  }

  @Override
  public synchronized Instant instant() {
    return START.plusNanos(elapsed);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
