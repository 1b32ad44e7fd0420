package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.config.NearestWord;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the options, and what was probably meant. */
final class OptionMistake {

  private OptionMistake() {}

  static FailureReport report(ParameterException mistake) {
    CommandSpec spec = mistake.getCommandLine().getCommandSpec();
    if (mistake instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unknown(spec, unmatched.getUnmatched().get(0));
    }
    return usage(message(mistake), seeHelp(spec));
  }

  /** An argument that no option of the command takes. */
  static FailureReport unknown(CommandSpec spec, String argument) {
    String name = argument.replaceFirst("=.*", "");
    boolean option = name.startsWith("-");
    Collection<String> known = option ? optionNames(spec) : spec.subcommands().keySet();
    Optional<String> meant = NearestWord.among(known, name);
    return usage(
        (option ? "unknown option " : known.isEmpty() ? "unexpected argument " : "unknown verb ")
            + name,
        meant.map(word -> "did you mean " + word + "?").orElseGet(() -> seeHelp(spec)));
  }

  private static List<String> optionNames(CommandSpec spec) {
    return spec.options().stream().flatMap(option -> List.of(option.names()).stream()).toList();
  }

  private static String message(ParameterException mistake) {
    String text = mistake.getMessage() == null ? "wrong options" : mistake.getMessage();
    String first = text.strip().lines().findFirst().orElse(text).replaceFirst("^Error: ", "");
    return first.isEmpty()
        ? first
        : first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
  }

  private static String seeHelp(CommandSpec spec) {
    return "see '" + spec.qualifiedName() + " --help'";
  }

  private static FailureReport usage(String message, String hint) {
    return new FailureReport(
        FailureKind.USAGE.exitCode(), FailureKind.USAGE.word(), List.of(message), hint);
  }
}
