package dev.sluice.pipelines.cli;

import picocli.CommandLine.Model.OptionSpec;

/** The option {@code --help} of a verb. */
final class HelpOption {

  private HelpOption() {}

  static OptionSpec make() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show this help.")
        .build();
  }
}
