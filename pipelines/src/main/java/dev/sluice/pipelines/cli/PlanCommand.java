package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.run.IntervalRequest;
import dev.sluice.pipelines.run.Launcher;
import dev.sluice.pipelines.run.RunListener;
import dev.sluice.pipelines.run.RunRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sluice plan}. */
@Command(
    name = "plan",
    description =
        "Show the shards of a run, their JQL, counts, requests and minutes; read nothing.",
    footer = {"", "Example: sluice plan --lookback 2d"})
final class PlanCommand implements Subcommand {

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin ConfigOptions config = new ConfigOptions();

  @ArgGroup(exclusive = true, heading = "%nInterval, at most one:%n")
  @Nullable IntervalOptions interval;

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    IntervalRequest wanted = IntervalOptions.request(interval);
    RunRequest request = new RunRequest(config.read(session), wanted, false, List.of());
    return new PlanReport(
        new Launcher(session.clock(), RunListener.silent(), FailedSummary::told).preview(request));
  }
}
