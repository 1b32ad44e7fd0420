package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.run.IntervalRequest;
import dev.sluice.pipelines.run.RunRequest;
import dev.sluice.schemas.layout.RunSummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code sluice run}. */
@Command(
    name = "run",
    description = {
      "Load one interval.",
      "Without an interval: everything on the first run, then what changed since the last success."
          + " Options of the form --camelCase=value go to Beam."
    },
    footer = {"", "Example: sluice run --from 2026-01-01 --to 2026-02-01"})
final class RunCommand implements Subcommand {

  @Spec @Nullable CommandSpec spec;
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin ConfigOptions config = new ConfigOptions();

  @ArgGroup(exclusive = true, heading = "%nInterval, at most one:%n")
  @Nullable IntervalOptions interval;

  @Option(names = "--force", description = "Take the lock even if another run holds it.")
  boolean force;

  @Option(names = "--skip-exit-code", description = "End with 99 when there was nothing new.")
  boolean skipExitCode;

  @Option(
      names = "--wait",
      description = "Stay until a job that runs elsewhere, such as on Dataflow, has ended.")
  boolean wait;

  @Unmatched List<String> rest = new ArrayList<>();

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    BeamOptions.check(rest, spec);
    IntervalRequest wanted = IntervalOptions.request(interval);
    RunRequest request = new RunRequest(config.read(session), wanted, force, wait, rest);
    RunSummary summary = session.launcher(common).run(request);
    return RunReport.of(summary, skipExitCode);
  }
}
