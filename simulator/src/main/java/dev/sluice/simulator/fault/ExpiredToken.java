package dev.sluice.simulator.fault;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A token that is too old when it is used; the next walk of the same query gets through. */
final class ExpiredToken implements FaultRule {
  private final int pages;
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  ExpiredToken(int pages) {
    this.pages = pages;
  }

  @Override
  public boolean refusesToken(Walk walk) {
    return !walk.token().isEmpty() && walk.page() >= pages && refused.add(walk.jql());
  }
}
