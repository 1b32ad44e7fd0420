package dev.sluice.pipelines.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The verbs. Only the one that is called is made: reading all their options takes time. */
final class Verbs {

  /** In the order of the help text. */
  private static final List<Map.Entry<String, Supplier<Subcommand>>> ALL =
      List.of(
          Map.entry("demo", DemoCommand::new),
          Map.entry("init", InitCommand::new),
          Map.entry("check", CheckCommand::new),
          Map.entry("discover", DiscoverCommand::new),
          Map.entry("plan", PlanCommand::new),
          Map.entry("run", RunCommand::new),
          Map.entry("backfill", BackfillCommand::new),
          Map.entry("sweep", SweepCommand::new),
          Map.entry("runs", RunsCommand::new),
          Map.entry("report", ReportCommand::new),
          Map.entry("state", StateCommand::new),
          Map.entry("schema", SchemaCommand::new),
          Map.entry("query", QueryCommand::new),
          Map.entry("warehouse", WarehouseCommand::new),
          Map.entry("deploy", DeployCommand::new),
          Map.entry("simulate", SimulateCommand::new),
          Map.entry("spec", SpecCommand::new),
          Map.entry("completion", CompletionCommand::new));

  private Verbs() {}

  /** Their names, in the order of the help text. */
  static List<String> names() {
    return ALL.stream().map(Map.Entry::getKey).toList();
  }

  /** The verb that the word names; all of them when it names none. */
  static List<Map.Entry<String, Supplier<Subcommand>>> named(String word) {
    List<Map.Entry<String, Supplier<Subcommand>>> named =
        ALL.stream().filter(verb -> verb.getKey().equals(word)).toList();
    return named.isEmpty() ? ALL : named;
  }
}
