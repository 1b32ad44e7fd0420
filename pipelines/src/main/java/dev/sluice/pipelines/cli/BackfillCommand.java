package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.pipelines.run.Backfill;
import dev.sluice.pipelines.run.Backfill.Reprocess;
import dev.sluice.pipelines.run.Backfill.Step;
import dev.sluice.pipelines.run.IntervalRequest;
import dev.sluice.pipelines.run.Launcher;
import dev.sluice.pipelines.run.PastRuns;
import dev.sluice.pipelines.run.RunRequest;
import dev.sluice.pipelines.run.WarehouseRoot;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.RunSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice backfill}. */
@Command(
    name = "backfill",
    description = {
      "Load a stretch of time, interval by interval; started again, it goes on where it was.",
      "Example: sluice backfill --from 2026-01-01 --to 2026-02-01 --step 1d"
    })
final class BackfillCommand implements Subcommand {

  private static final Logger LOG = LoggerFactory.getLogger(BackfillCommand.class);

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin ConfigOptions config = new ConfigOptions();
  @Mixin IntervalBounds bounds = new IntervalBounds();

  @Option(
      names = "--step",
      paramLabel = "1d",
      converter = LookbackText.class,
      description = "Length of an interval: minutes (90m), hours (6h) or days; default: 1d.")
  Duration step = Duration.ofDays(1);

  @Option(
      names = "--reprocess",
      paramLabel = "none|failed|all",
      description = "Load intervals again: none, those that did not end ok, all; default: failed.")
  Reprocess reprocess = Reprocess.FAILED;

  @Option(names = "--reverse", description = "Begin with the newest interval.")
  boolean reverse;

  @Option(names = "--dry-run", description = "Show the intervals, load none.")
  boolean dryRun;

  @Option(
      names = "--keep-going",
      description = "Go on with the next interval when one fails its data gate.")
  boolean keepGoing;

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    Instant from = bounds.from;
    Instant to = bounds.to;
    if (!from.isBefore(to)) {
      throw new UsageException("--from " + from + " is not before --to " + to, "swap the two");
    }
    if (step.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new UsageException("--step is shorter than a minute", "JQL has no finer grain");
    }
    SluiceConfig read = config.read(session);
    PastRuns past = new PastRuns(WarehouseRoot.at(read.outputPath()).store());
    List<Step> steps = Backfill.steps(from, to, step, reprocess, reverse, past.all());
    Launcher launcher = session.launcher(common);
    List<BackfillReport.Row> rows = new ArrayList<>();
    for (Step each : steps) {
      boolean stopped = rows.stream().anyMatch(row -> stops(row.summary()));
      boolean runs = each.due() && !dryRun && !stopped;
      rows.add(
          new BackfillReport.Row(
              each, runs ? Optional.of(load(launcher, read, each)) : Optional.empty()));
    }
    return new BackfillReport(rows);
  }

  private RunSummary load(Launcher launcher, SluiceConfig read, Step each) {
    LOG.info("interval {} to {}", each.interval().from(), each.interval().to());
    IntervalRequest request =
        new IntervalRequest.Between(each.interval().from(), each.interval().to());
    return launcher.run(new RunRequest(read, request, false, List.of()));
  }

  /** Whatever is not a matter of this interval's data would fail the next one too. */
  private boolean stops(Optional<RunSummary> summary) {
    return summary
        .map(RunSummary::exitCode)
        .filter(code -> code != 0 && !(keepGoing && code == ExitCode.DATA_GATE.code()))
        .isPresent();
  }
}
