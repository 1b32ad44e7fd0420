package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.run.RunnerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns the arguments of a Beam job, {@code --camelCase=value} without a verb, into those of the
 * verb {@code run}, or {@code sweep} where {@code --sweep} says so. Schedulers leave out what is
 * false or empty, or write it; both count as absent. What only runners understand that are not here
 * is taken from every scheduler and dropped.
 */
public final class BeamArguments {

  private static final Set<String> OF_OTHER_RUNNERS = Set.of("labels", "project", "region");

  /** Stands for a verb, of which a Beam job has none. */
  static final String SWEEP = "sweep";

  /** Options without a value on the command line. */
  static final Set<String> BOOLEANS =
      Set.of(
          "full",
          "sinceLastSuccess",
          "force",
          "skipExitCode",
          "quiet",
          "debug",
          "allowInsecure",
          "wait");

  /** Options with a value. */
  static final Set<String> VALUES =
      Set.of(
          "config", "from", "to", "lookback", "outputPath", "output", "summaryFile", "logFormat");

  private BeamArguments() {}

  /** Whether the arguments are those of a Beam job rather than a verb with its options. */
  public static boolean recognise(List<String> arguments) {
    return !arguments.isEmpty()
        && arguments.get(0).matches("--[a-z][a-zA-Z0-9]*(=.*)?")
        && !Set.of("--help", "--version").contains(arguments.get(0));
  }

  /** The same request with its verb. Options that are not ours stay for Beam. */
  public static List<String> toRun(List<String> arguments) {
    List<String> run = new ArrayList<>(List.of("run"));
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      String value = equals < 0 ? "true" : argument.substring(equals + 1);
      add(run, name.replaceFirst("^--", ""), value, argument);
    }
    return run;
  }

  private static void add(List<String> run, String name, String value, String asWritten) {
    if (name.equals(SWEEP)) {
      if (isTrue(value)) {
        run.set(0, SWEEP);
      }
    } else if (BOOLEANS.contains(name)) {
      if (isTrue(value)) {
        run.add(kebab(name));
      }
    } else if (VALUES.contains(name)) {
      if (!value.isEmpty()) {
        run.add(kebab(name) + "=" + value);
      }
    } else if (!OF_OTHER_RUNNERS.contains(name) || RunnerOptions.isKnown(name)) {
      run.add(asWritten);
    }
  }

  private static boolean isTrue(String value) {
    return value.toLowerCase(Locale.ROOT).equals("true");
  }

  private static String kebab(String camel) {
    return "--" + camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
