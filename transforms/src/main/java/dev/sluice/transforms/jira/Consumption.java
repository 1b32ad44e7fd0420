package dev.sluice.transforms.jira;

/**
 * What a request costs on average of a quota that is counted in points, seen from what is left
 * after each answer. Answers may come out of order.
 *
 * @param lowest what was left after the answer that told the least
 * @param answers how many have come since that one
 * @param cost points a request, 1 until more is known
 */
record Consumption(long lowest, long seconds, int answers, double cost) {
  /** How much the latest figure weighs against those before it. */
  private static final double LATEST = 0.3;

  static Consumption begin(QuotaStatus quota) {
    return new Consumption(quota.remaining(), quota.seconds(), 0, 1);
  }

  Consumption then(QuotaStatus quota) {
    boolean startedAnew = quota.seconds() > seconds && quota.remaining() > lowest;
    if (startedAnew) {
      return new Consumption(quota.remaining(), quota.seconds(), 0, cost);
    }
    if (quota.remaining() >= lowest) {
      return new Consumption(lowest, seconds, answers + 1, cost);
    }
    double latest = (lowest - quota.remaining()) / (answers + 1.0);
    double average = cost <= 1 ? latest : cost + LATEST * (latest - cost);
    return new Consumption(quota.remaining(), quota.seconds(), 0, Math.max(1, average));
  }
}
