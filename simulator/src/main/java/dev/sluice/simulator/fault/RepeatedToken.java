package dev.sluice.simulator.fault;

import java.util.Optional;

/** A server that gives back the token it was called with, so that a walk never gets on. */
record RepeatedToken() implements FaultRule {
  @Override
  public TokenPage page(TokenPage page, Walk walk) {
    return walk.token().isEmpty()
        ? page
        : new TokenPage(Optional.of(walk.token()), Optional.of(false));
  }
}
