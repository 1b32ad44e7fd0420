package dev.sluice.pipelines.run;

import dev.sluice.pipelines.config.SluiceConfig;
import java.util.List;

/**
 * What a run was asked to do.
 *
 * @param force take the lock whoever holds it
 * @param beamArguments options for Beam, as {@code --camelCase=value}
 */
public record RunRequest(
    SluiceConfig config, IntervalRequest interval, boolean force, List<String> beamArguments) {

  public RunRequest {
    beamArguments = List.copyOf(beamArguments);
  }
}
