package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.discover.Discoverer;
import dev.sluice.pipelines.discover.Discovery;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice discover}. */
@Command(
    name = "discover",
    description = {
      "Show what there is to load: projects, fields with their columns, issue types; load nothing.",
      "Where a field is used is found out in a sample: the latest issues of each project."
    },
    footer = {
      "",
      "Example: the fields without a value in the sample",
      "  sluice discover --output json | jq -r '.fields[] | select(.sampled == 0).id'"
    })
final class DiscoverCommand implements Subcommand {

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin ConfigOptions config = new ConfigOptions();

  @Option(
      names = "--sample-projects",
      paramLabel = "N",
      description =
          "Count and sample the issues of so many projects, two requests each, the liveliest"
              + " first; default: 50.")
  int sampleProjects = 50;

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    if (sampleProjects < 0) {
      throw new UsageException(
          "--sample-projects " + sampleProjects + " is negative", "take 0 or more");
    }
    Discovery discovery =
        new Discoverer(config.read(session), session.clock(), listener(session.terminal()))
            .discover(sampleProjects);
    boolean narrow = session.console().outAttended();
    return new DiscoverReport(discovery, narrow ? session.console().columns() : Integer.MAX_VALUE);
  }

  private Discoverer.Listener listener(Terminal terminal) {
    if (common.quiet || common.logFormat != LogFormat.TEXT) {
      return (project, all) -> {};
    }
    AtomicInteger done = new AtomicInteger();
    return (project, all) ->
        terminal.live("looked into " + done.incrementAndGet() + " of " + all + " projects");
  }
}
