package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.RunSummary;

/** A run of the past; showing it ends well, however it ended. */
record PastRunReport(RunSummary summary) implements Report {

  @Override
  public String text(Style style) {
    String text = new RunReport(summary, ExitCode.OK).text(style);
    RunSummary.Failure error = summary.error();
    return error == null
        ? text
        : text
            + System.lineSeparator()
            + System.lineSeparator()
            + "  "
            + style.bad("error:")
            + " "
            + error.message()
            + System.lineSeparator()
            + "  "
            + style.bold("hint:")
            + "  "
            + error.hint();
  }

  @Override
  public Object json() {
    return summary;
  }

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }
}
