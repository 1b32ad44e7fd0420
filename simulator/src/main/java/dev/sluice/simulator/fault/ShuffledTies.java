package dev.sluice.simulator.fault;

import java.util.OptionalLong;

/** Nodes of a cluster that put issues which sort alike in different orders. */
record ShuffledTies() implements FaultRule {
  @Override
  public OptionalLong orderOfTies(Walk walk) {
    return OptionalLong.of(walk.page() * 0x9E3779B97F4A7C15L + 1);
  }
}
