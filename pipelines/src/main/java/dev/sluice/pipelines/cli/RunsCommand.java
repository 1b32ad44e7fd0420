package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.run.PastRuns;
import dev.sluice.pipelines.run.WarehouseRoot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice runs}. */
@Command(
    name = "runs",
    description = {
      "Show the runs of a warehouse, the latest first, or one of them.",
      "Example: sluice runs show 20261124T081500Z-4f2a"
    })
final class RunsCommand implements Subcommand {

  private static final String LIST = "list";
  private static final String SHOW = "show";

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin ConfigOptions config = new ConfigOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "list|show",
      description = "What to do; default: list.")
  String action = LIST;

  @Parameters(index = "1", arity = "0..1", paramLabel = "RUN", description = "The run to show.")
  @Nullable String runId;

  @Option(names = "--limit", paramLabel = "N", description = "How many to list; default: 20.")
  int limit = 20;

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    PastRuns runs = new PastRuns(WarehouseRoot.at(config.read(session).outputPath()).store());
    if (action.equals(LIST) && runId == null) {
      return new RunList(runs.all(), limit);
    }
    if (action.equals(SHOW) && runId != null) {
      return new PastRunReport(runs.named(runId));
    }
    throw new UsageException("expected 'runs list' or 'runs show RUN'", "see 'sluice runs --help'");
  }
}
