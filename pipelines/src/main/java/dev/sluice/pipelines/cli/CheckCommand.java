package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.check.Checkup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sluice check}. */
@Command(
    name = "check",
    description = "Try everything a run depends on, and say how to put right what fails.",
    footer = {"", "Example: sluice check --config acme.yaml"})
final class CheckCommand implements Subcommand {

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin ConfigOptions config = new ConfigOptions();

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    return new CheckReport(Checkup.of(config.read(session), session.clock()));
  }
}
