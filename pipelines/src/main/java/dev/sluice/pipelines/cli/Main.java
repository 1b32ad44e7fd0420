package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.run.SluiceVersion;
import dev.sluice.schemas.layout.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The command line. */
public final class Main {

  /** Help is laid out for the terminal, as long as it stays legible. */
  private static final int NARROWEST = 80;

  private static final int WIDEST = 120;

  private Main() {}

  /** Starts the program and ends the process with its exit code. */
  public static void main(String[] args) {
    Shutdown shutdown = Shutdown.of(Runtime.getRuntime());
    int code = execute(args, ProcessConsole.open(), System.getenv(), Clock.systemUTC());
    shutdown.ended();
    System.exit(code);
  }

  /**
   * Does everything but end the process.
   *
   * @return the exit code
   */
  public static int execute(
      String[] args, Console console, Map<String, String> environment, Clock clock) {
    return execute(args, console, environment, clock, Waiter.REAL);
  }

  /** The same, where time passes as the clock and the waiter say. */
  static int execute(
      String[] args, Console console, Map<String, String> environment, Clock clock, Waiter waiter) {
    List<String> arguments = Arrays.asList(args);
    List<String> verbAndOptions =
        BeamArguments.recognise(arguments) ? BeamArguments.toRun(arguments) : arguments;
    Session session = new Session(console, environment, clock, waiter);
    try {
      return execute(verbAndOptions, session);
    } catch (CommandLine.ParameterException e) {
      return session.fail(e, EarlyOptions.of(verbAndOptions));
    }
  }

  private static int execute(List<String> arguments, Session session) {
    CommandLine root = commandLine(arguments, session);
    ParseResult parsed = root.parseArgs(arguments.toArray(String[]::new));
    Optional<Integer> help = Optional.ofNullable(CommandLine.executeHelpRequest(parsed));
    if (help.isPresent()) {
      return help.get();
    }
    if (!parsed.hasSubcommand()) {
      root.usage(session.console().err());
      return ExitCode.USAGE.code();
    }
    Subcommand verb = (Subcommand) parsed.subcommand().commandSpec().userObject();
    return session.perform(verb, verb.common());
  }

  /** The parser for these arguments: of the verb they begin with, or of all verbs. */
  static CommandLine commandLine(List<String> arguments, Session session) {
    CommandLine root = new CommandLine(new RootCommand());
    String word = arguments.isEmpty() ? "" : arguments.get(0);
    Verbs.named(word).forEach(verb -> root.addSubcommand(verb.getKey(), verb.getValue().get()));
    root.getCommandSpec().mixinStandardHelpOptions(true);
    root.getCommandSpec().version("sluice " + SluiceVersion.current());
    root.getCommandSpec().usageMessage().exitCodeList(ExitCodeList.all());
    root.getSubcommands().values().forEach(Main::verbSettings);
    root.setUsageHelpWidth(width(session.console().columns()));
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setOut(new PrintWriter(session.console().out(), true, StandardCharsets.UTF_8));
    root.setColorScheme(CommandLine.Help.defaultColorScheme(session.outStyle().help()));
    return root;
  }

  private static int width(int columns) {
    return Math.max(NARROWEST, Math.min(WIDEST, columns));
  }

  private static void verbSettings(CommandLine verb) {
    verb.getCommandSpec().addOption(HelpOption.make());
    verb.getCommandSpec().usageMessage().sortOptions(false);
  }
}
