package dev.sluice.pipelines.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Parses a command with the options its verb really has, and does not do it. */
public final class ParsedVerb {

  private ParsedVerb() {}

  /**
   * Parses what follows the name of the program.
   *
   * @throws RuntimeException when the verb or an option is not known
   */
  public static void parse(List<String> words) {
    List<Map.Entry<String, Supplier<Subcommand>>> verbs = Verbs.named(words.get(0));
    if (verbs.size() != 1) {
      throw new IllegalArgumentException("there is no verb " + words.get(0));
    }
    new CommandLine(verbs.get(0).getValue().get())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(words.subList(1, words.size()).toArray(String[]::new));
  }
}
