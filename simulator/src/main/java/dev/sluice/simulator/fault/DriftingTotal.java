package dev.sluice.simulator.fault;

/** A total that is now larger, now smaller, from page to page. */
record DriftingTotal(int by) implements FaultRule {
  @Override
  public int total(int total, Walk walk) {
    if (walk.countOnly()) {
      return total;
    }
    return switch (walk.page() % 3) {
      case 1 -> total + by;
      case 2 -> Math.max(0, total - by);
      default -> total;
    };
  }
}
