package dev.sluice.simulator.fault;

/** Offsets that reach no further than this, as since Data Center 11. */
record ResultWindow(int issues) implements FaultRule {
  @Override
  public int resultWindow(int window) {
    return window == 0 ? issues : Math.min(window, issues);
  }
}
