package dev.sluice.simulator.fault;

/** An approximate count that is off, up or down. */
record WrongCount(double share) implements FaultRule {
  @Override
  public int count(int count) {
    return Math.max(0, (int) Math.round(count * (1 + share)));
  }
}
