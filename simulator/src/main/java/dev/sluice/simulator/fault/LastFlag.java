package dev.sluice.simulator.fault;

import java.util.Optional;

/** A server whose {@code isLast} is not to be relied on. */
enum LastFlag implements FaultRule {
  /** Left out. */
  ABSENT {
    @Override
    Optional<Boolean> told(TokenPage page) {
      return Optional.empty();
    }
  },
  /** Claims the end while there is a token. */
  ALWAYS {
    @Override
    Optional<Boolean> told(TokenPage page) {
      return Optional.of(true);
    }
  },
  /** Claims that there is more although there is no token. */
  NEVER {
    @Override
    Optional<Boolean> told(TokenPage page) {
      return Optional.of(false);
    }
  };

  abstract Optional<Boolean> told(TokenPage page);

  @Override
  public TokenPage page(TokenPage page, Walk walk) {
    return new TokenPage(page.nextPageToken(), told(page));
  }
}
