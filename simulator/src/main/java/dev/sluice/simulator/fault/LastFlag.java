package dev.sluice.simulator.fault;

import java.util.Optional;

/**
 * A server whose {@code isLast} is not to be relied on.
 *
 * @param lie claims the end while there is a token; otherwise the property is left out
 */
record LastFlag(boolean lie) implements FaultRule {
  @Override
  public TokenPage page(TokenPage page, Walk walk) {
    return new TokenPage(page.nextPageToken(), lie ? Optional.of(true) : Optional.empty());
  }
}
