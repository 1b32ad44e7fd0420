package dev.sluice.simulator.fault;

/** A server that silently gives fewer issues a page than it is asked for. */
record LoweredPages(int most) implements FaultRule {
  @Override
  public int pageSize(int size, Walk walk) {
    return Math.min(size, most);
  }
}
