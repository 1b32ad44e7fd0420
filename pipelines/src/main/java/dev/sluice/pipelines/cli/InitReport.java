package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import java.nio.file.Path;

/** What was written, and what to do with it. */
record InitReport(Path config, Path schema) implements Report {

  private static final int NAME_WIDTH = 22;

  /** The keys are contract. */
  record Document(String config, String schema, int exitCode) {}

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }

  @Override
  public Object json() {
    return new Document(config.toString(), schema.toString(), exitCode().code());
  }

  @Override
  public String text(Style style) {
    String option = config.equals(Path.of("sluice.yaml")) ? "" : " --config " + config;
    return new Lines(NAME_WIDTH + option.length())
        .line(style.good("ok") + "  wrote " + config + ", and " + schema + " for editors")
        .line("")
        .entry("./sluice plan" + option, "what the first load would read, before it reads anything")
        .entry("./sluice run" + option, "loads it; from then on what changed")
        .toString();
  }
}
