package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.SluiceConfig;
import java.util.List;

/**
 * What a run was asked to do.
 *
 * @param force take the lock whoever holds it
 * @param waits whether the launcher stays until a job elsewhere has ended
 * @param beamArguments options for Beam, as {@code --camelCase=value}
 */
public record RunRequest(
    SluiceConfig config,
    IntervalRequest interval,
    boolean force,
    boolean waits,
    List<String> beamArguments) {

  public RunRequest {
    beamArguments = List.copyOf(beamArguments);
  }

  /** A run that is waited for, wherever it goes on. */
  public RunRequest(
      SluiceConfig config, IntervalRequest interval, boolean force, List<String> beamArguments) {
    this(config, interval, force, true, beamArguments);
  }
}
