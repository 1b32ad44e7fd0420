package dev.sluice.pipelines.config;

/**
 * How a sweep is made.
 *
 * @param maxDeleted the share of the known issues that may be missing from a census, 0 to 1
 * @param thorough whether what hangs on the issues is compared too
 */
public record SweepConfig(double maxDeleted, boolean thorough) {

  /** Nobody deletes one issue in twenty between two sweeps without knowing it. */
  public static final SweepConfig DEFAULT = new SweepConfig(0.05, false);

  /** The same, believing a census that lacks more, or less. */
  public SweepConfig withMaxDeleted(double share) {
    return new SweepConfig(share, thorough);
  }

  /** The same, thorough. */
  public SweepConfig asThorough() {
    return new SweepConfig(maxDeleted, true);
  }
}
