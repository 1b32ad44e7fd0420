package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.simulator.fault.FaultKind;
import java.util.List;

/** The faults of the simulated Jira. */
record FaultList(List<FaultKind> faults) implements Report {

  private static final int NAME_WIDTH = 24;

  /** One fault; the argument is empty where it takes none. */
  record Line(String name, String argument, String description) {}

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }

  @Override
  public Object json() {
    return faults.stream()
        .map(fault -> new Line(fault.label(), fault.example(), fault.description()))
        .toList();
  }

  @Override
  public String text(Style style) {
    Lines lines = new Lines(NAME_WIDTH);
    for (FaultKind fault : faults) {
      String argument = fault.example().isEmpty() ? "" : "=" + fault.example();
      lines.entry(fault.label() + argument, fault.description());
    }
    return lines.toString();
  }
}
