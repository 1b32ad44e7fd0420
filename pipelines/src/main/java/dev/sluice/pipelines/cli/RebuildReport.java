package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.transforms.local.Merge;
import java.nio.file.Path;
import java.util.Map;

/** What a rebuild has made. */
record RebuildReport(Path file, Merge.Done done) implements Report {

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }

  @Override
  public Object json() {
    return Map.of("file", file.toString(), "runs", done.runs(), "rows", done.rows());
  }

  @Override
  public String text(Style style) {
    return style.good("ok")
        + "  "
        + file
        + " made of "
        + Figures.count(done.runs(), "run")
        + ", "
        + Figures.count(done.rows(), "row");
  }
}
