package dev.sluice.pipelines.config;

/**
 * What a run may get wrong and still be called ok.
 *
 * @param deadLetters rows set aside
 * @param countTolerance share of a shard by which an approximate count may differ, 0 to 1
 */
public record GateConfig(long deadLetters, double countTolerance) {

  /** Nothing set aside; Cloud's approximate counts may be off by a thousandth. */
  public static final GateConfig DEFAULT = new GateConfig(0, 0.001);
}
