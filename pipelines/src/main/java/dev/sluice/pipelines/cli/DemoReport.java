package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.WarehouseLayout;
import java.nio.file.Path;
import java.util.Optional;

/** The report of the demo's run, and what to do next. */
record DemoReport(RunReport run, Path folder) implements Report {

  @Override
  public ExitCode exitCode() {
    return run.exitCode();
  }

  @Override
  public Object json() {
    return run.json();
  }

  @Override
  public Optional<FailureReport> failure() {
    return run.failure();
  }

  @Override
  public String text(Style style) {
    return new Lines(0)
        .line(run.text(style))
        .line("")
        .line("  What was loaded, file by file:")
        .line("    " + folder.resolve(WarehouseLayout.manifest(run.summary().runId())))
        .line("  Try next, the same data from a Jira that misbehaves:")
        .line("    " + style.bold("./sluice demo --faults rate-limit=20/s,errors-5xx=5%"))
        .toString();
  }
}
