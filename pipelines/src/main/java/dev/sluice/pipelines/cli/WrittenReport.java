package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import java.util.Map;

/**
 * A page that was written.
 *
 * @param place a path or a URI
 */
record WrittenReport(String place) implements Report {

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }

  @Override
  public String text(Style style) {
    return place;
  }

  @Override
  public Object json() {
    return Map.of("report", place, "exit_code", exitCode().code());
  }
}
