package dev.sluice.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. Safe for use by several threads. */
public final class SettableClock extends Clock {
  private final Hand hand;
  private final ZoneId zone;

  private SettableClock(Hand hand, ZoneId zone) {
    this.hand = hand;
    this.zone = zone;
  }

  /** Starts a clock, in UTC. */
  public static SettableClock at(Instant start) {
    return new SettableClock(new Hand(start), ZoneOffset.UTC);
  }

  /** Moves the clock to any time, also backwards. */
  public void set(Instant instant) {
    hand.turn(instant);
  }

  /** Moves the clock on. */
  public void advance(Duration duration) {
    hand.advance(duration);
  }

  @Override
  public Instant instant() {
    return hand.now();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same clock, moved together with this one, in another zone. */
  @Override
  public Clock withZone(ZoneId newZone) {
    return new SettableClock(hand, newZone);
  }

  /** What all zones of one clock share. */
  private static final class Hand {
    private Instant now;

    Hand(Instant start) {
      now = start;
    }

    synchronized Instant now() {
      return now;
    }

    synchronized void turn(Instant instant) {
      now = instant;
    }

    synchronized void advance(Duration duration) {
      now = now.plus(duration);
    }
  }
}
