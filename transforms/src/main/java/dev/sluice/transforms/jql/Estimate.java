package dev.sluice.transforms.jql;

/**
 * How many issues a region holds: {@code value} give or take {@code error}.
 *
 * @param counted whether Jira was asked about this very region; otherwise the number was derived
 *     from others and carries their errors
 */
record Estimate(long value, long error, boolean counted) {

  static Estimate counted(long count, double tolerance) {
    return new Estimate(count, (long) Math.ceil(count * tolerance), true);
  }

  static Estimate exactly(long count) {
    return new Estimate(count, 0, true);
  }

  /** What is left without a part: never negative, though two estimates can disagree. */
  Estimate minus(Estimate part) {
    return new Estimate(Math.max(0, value - part.value), error + part.error, false);
  }

  /** No part is larger than its whole, whatever Jira counts; without this, lies could multiply. */
  Estimate within(Estimate whole) {
    return new Estimate(Math.min(value, whole.atMost()), error, counted);
  }

  Estimate plus(Estimate other) {
    return new Estimate(value + other.value, error + other.error, counted && other.counted);
  }

  long atMost() {
    return value + error;
  }
}
