package dev.sluice.simulator.fault;

import java.util.Optional;

/** A server that, after the first page, gives nothing but the token it was called with. */
record StuckToken() implements FaultRule {
  @Override
  public int pageSize(int size, Walk walk) {
    return walk.token().isEmpty() ? size : 0;
  }

  @Override
  public TokenPage page(TokenPage page, Walk walk) {
    return walk.token().isEmpty()
        ? page
        : new TokenPage(Optional.of(walk.token()), Optional.of(false));
  }
}
