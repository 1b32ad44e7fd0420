package dev.sluice.simulator.fault;

/** Pages that carry less than they could, or nothing, although more is to come. */
record ShortPages(double share, Dice dice, boolean empty) implements FaultRule {
  @Override
  public int pageSize(int size, Walk walk) {
    if (!dice.falls(share)) {
      return size;
    }
    if (!empty) {
      return 1 + dice.below(size);
    }
    // Never two empty pages in a row, however the dice fall: the walk must get on.
    return walk.page() % 2 == 1 ? 0 : size;
  }
}
