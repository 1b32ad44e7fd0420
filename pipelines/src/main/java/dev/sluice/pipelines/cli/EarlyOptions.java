package dev.sluice.pipelines.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The options that say how an error is told, found in arguments that could not be read: a scheduler
 * that waits for a summary file gets it for a misspelt option too.
 */
final class EarlyOptions {

  private EarlyOptions() {}

  static CommonOptions of(List<String> arguments) {
    CommonOptions options = new CommonOptions();
    options.summaryFile = value(arguments, CommonOptions.SUMMARY_FILE).map(Path::of).orElse(null);
    if (isJson(arguments, CommonOptions.OUTPUT)) {
      options.output = OutputFormat.JSON;
    }
    if (isJson(arguments, "--log-format")) {
      options.logFormat = LogFormat.JSON;
    }
    options.debug = arguments.contains("--debug");
    return options;
  }

  private static boolean isJson(List<String> arguments, String name) {
    return value(arguments, name)
        .filter(it -> it.toLowerCase(Locale.ROOT).equals("json"))
        .isPresent();
  }

  private static Optional<String> value(List<String> arguments, String name) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).startsWith(name + "=")) {
        return Optional.of(arguments.get(i).substring(name.length() + 1));
      }
      if (arguments.get(i).equals(name) && i + 1 < arguments.size()) {
        return Optional.of(arguments.get(i + 1));
      }
    }
    return Optional.empty();
  }
}
