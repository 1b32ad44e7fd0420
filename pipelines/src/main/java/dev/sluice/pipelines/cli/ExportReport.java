package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The files that were written. */
record ExportReport(List<Path> files) implements Report {

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }

  @Override
  public Object json() {
    return Map.of("files", files.stream().map(Path::toString).toList());
  }

  @Override
  public String text(Style style) {
    return String.join("\n", files.stream().map(Path::toString).toList());
  }
}
