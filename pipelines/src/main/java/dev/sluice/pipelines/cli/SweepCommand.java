package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.pipelines.config.SweepConfig;
import dev.sluice.pipelines.run.IntervalRequest;
import dev.sluice.pipelines.run.RunRequest;
import dev.sluice.schemas.layout.RunSummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code sluice sweep}. */
@Command(
    name = "sweep",
    description = {
      "Compare the ids Jira lists with the warehouse.",
      "Issues that are deleted, moved away, archived or hidden get a tombstone, after a second look"
          + " at each; issues the warehouse lacks are loaded. Options of the form --camelCase=value"
          + " go to Beam."
    },
    footer = {"", "Example: sluice sweep --thorough --max-deleted 2%%"})
final class SweepCommand implements Subcommand {

  @Spec @Nullable CommandSpec spec;
  @Mixin CommonOptions common = new CommonOptions();
  @Mixin ConfigOptions config = new ConfigOptions();

  @Option(
      names = "--max-deleted",
      paramLabel = "5%",
      converter = ShareOption.class,
      description = "Stop when more of the known issues are missing; instead of sweep.max-deleted.")
  @Nullable Double maxDeleted;

  @Option(
      names = "--thorough",
      description = {
        "Also compare what hangs on the issues: comments, worklogs, links, attachments, parents;"
            + " one more request for 1,000 issues. Or sweep.thorough."
      })
  boolean thorough;

  @Option(names = "--force", description = "Take the lock even if another run holds it.")
  boolean force;

  @Unmatched List<String> rest = new ArrayList<>();

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    BeamOptions.check(rest, spec);
    SluiceConfig read = config.read(session);
    RunRequest request =
        new RunRequest(
            read.withSweep(wanted(read.sweep())), new IntervalRequest.Sweep(), force, rest);
    RunSummary summary = session.launcher(common).run(request);
    return RunReport.of(summary, false);
  }

  private SweepConfig wanted(SweepConfig configured) {
    SweepConfig sweep = maxDeleted == null ? configured : configured.withMaxDeleted(maxDeleted);
    return thorough ? sweep.asThorough() : sweep;
  }
}
