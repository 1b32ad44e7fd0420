package dev.sluice.simulator.fault;

import dev.sluice.simulator.http.Request;
import java.util.concurrent.atomic.AtomicInteger;

/** A token that expires, at once or after some requests. */
final class LostLogin implements FaultRule {
  private final int after;
  private final AtomicInteger requests = new AtomicInteger();

  LostLogin(int after) {
    this.after = after;
  }

  @Override
  public boolean loginLost(Request request) {
    return requests.incrementAndGet() > after;
  }
}
