package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.fault.FaultKind;
import dev.sluice.simulator.site.JsonlSite;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.Site;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice simulate}. */
@Command(
    name = "simulate",
    description = {
      "Serve a simulated Jira on loopback until Ctrl-C.",
      "The address is the first line of standard output. Any login is accepted."
    },
    footer = {"", "Example: sluice simulate --edition datacenter --port 8080 --faults reset=2%%"})
final class SimulateCommand implements Subcommand {

  private static final Logger LOG = LoggerFactory.getLogger(SimulateCommand.class);

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--issues",
      paramLabel = "N",
      description = "How many issues to make up; default: 2000.")
  int issues = 2000;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Serve these issues instead: JSON Lines, plain or .gz.")
  List<Path> data = new ArrayList<>();

  @Mixin SimulatorOptions simulated = new SimulatorOptions();

  @Option(
      names = "--context-path",
      paramLabel = "/jira",
      description = "Put a path before everything, as many a Data Center does.")
  String contextPath = "";

  @Option(names = "--list-faults", description = "Show the faults and end.")
  boolean listFaults;

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    if (listFaults) {
      return new FaultList(List.of(FaultKind.values()));
    }
    Site site = site(session.clock());
    try (JiraSimulator jira =
        SimulatorOptions.start(
            simulated.simulator(session.clock()).contextPath(contextPath).site(site))) {
      session.console().out().println(jira.baseUri());
      session.console().out().flush();
      LOG.info("{} issues are served at {}; Ctrl-C ends it", site.issues().size(), jira.baseUri());
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Ended();
  }

  private Site site(Clock clock) {
    if (!data.isEmpty()) {
      return JsonlSite.read(data);
    }
    if (issues < 0) {
      throw new UsageException("--issues " + issues + " is negative", "take 0 or more");
    }
    return MarketingSite.seeded(simulated.seed, issues, clock.instant());
  }

  private record Ended() implements Report {
    @Override
    public String text(Style style) {
      return "";
    }

    @Override
    public Object json() {
      return Map.of("exit_code", exitCode().code());
    }

    @Override
    public ExitCode exitCode() {
      return ExitCode.OK;
    }
  }
}
