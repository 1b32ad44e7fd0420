package dev.sluice.simulator.fault;

/** A server that gives more issues a page than it is asked for. */
record LongPages(int more) implements FaultRule {
  @Override
  public int pageSize(int size, Walk walk) {
    return size == 0 ? 0 : size + more;
  }
}
