package dev.sluice.pipelines.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes completions for fish, which picocli does not. */
final class FishCompletion {

  /** Labels of arguments for which fish offers files. */
  private static final List<String> FILES = List.of("FILE", "DIR");

  private final String program;
  private final List<String> lines = new ArrayList<>();

  private FishCompletion(String program) {
    this.program = program;
  }

  /** The script for a program with its subcommands. */
  static String of(String program, CommandLine all) {
    FishCompletion fish = new FishCompletion(program);
    fish.lines.add("complete -c " + program + " -f");
    all.getSubcommands().forEach(fish::verb);
    return String.join("\n", fish.lines);
  }

  private void verb(String name, CommandLine verb) {
    String[] description = verb.getCommandSpec().usageMessage().description();
    add("-n __fish_use_subcommand -a " + name + " -d " + quoted(first(description)));
    String where = "-n '__fish_seen_subcommand_from " + name + "'";
    verb.getCommandSpec().positionalParameters().stream()
        .filter(parameter -> !values(parameter).isEmpty())
        .forEach(parameter -> add(where + " -a " + quoted(values(parameter))));
    verb.getCommandSpec().options().forEach(option -> add(where + option(option)));
  }

  private static String option(OptionSpec option) {
    StringBuilder line = new StringBuilder();
    for (String name : option.names()) {
      line.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    if (option.arity().min() > 0) {
      String values = values(option);
      line.append(FILES.contains(option.paramLabel()) ? " -r -F" : " -x");
      line.append(values.isEmpty() ? "" : " -a " + quoted(values));
    }
    return line + " -d " + quoted(first(option.description()));
  }

  private static String values(ArgSpec argument) {
    if (argument.completionCandidates() != null) {
      return StreamSupport.stream(argument.completionCandidates().spliterator(), false)
          .collect(Collectors.joining(" "));
    }
    return "";
  }

  private static String first(String[] lines) {
    return Arrays.stream(lines)
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("")
        .replace("%%", "%");
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private void add(String rest) {
    lines.add("complete -c " + program + " " + rest);
  }
}
