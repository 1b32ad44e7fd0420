package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known between runs.
 *
 * @param state null when there is none
 */
record StateReport(@Nullable State state) implements Report {

  static StateReport of(Optional<State> state) {
    return new StateReport(state.orElse(null));
  }

  @Override
  public String text(Style style) {
    if (state == null) {
      return "no state: the next run loads everything";
    }
    return new Lines(13)
        .entry("pipeline", state.pipeline())
        .entry("watermark", String.valueOf(state.watermark()))
        .entry("last run", String.valueOf(state.lastRunId()))
        .entry("last success", String.valueOf(state.lastSuccessAt()))
        .entry("revision", Long.toString(state.revision()))
        .toString();
  }

  @Override
  public Object json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("state", state);
    document.put("exit_code", exitCode().code());
    return document;
  }

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }
}
