package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.config.AuthConfig;
import dev.sluice.pipelines.config.BudgetConfig;
import dev.sluice.pipelines.config.FieldsConfig;
import dev.sluice.pipelines.config.GateConfig;
import dev.sluice.pipelines.config.JiraConfig;
import dev.sluice.pipelines.config.OutputConfig;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.pipelines.config.SweepConfig;
import dev.sluice.pipelines.config.TablesConfig;
import dev.sluice.pipelines.run.IntervalRequest;
import dev.sluice.pipelines.run.RunRequest;
import dev.sluice.pipelines.run.WarehouseRoot;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.mart.MartChoices;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.live.Change;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.transforms.jira.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice demo}. */
@Command(
    name = "demo",
    description =
        "Load a simulated Jira, a marketing department, into Avro files and a local warehouse. No"
            + " account needed.",
    footer = {"", "Example: sluice demo --issues 500 --faults", "Example: sluice demo --live 30s"})
final class DemoCommand implements Subcommand {

  private static final Logger LOG = LoggerFactory.getLogger(DemoCommand.class);
  private static final String SITE = "demo";
  private static final String USER = "demo@example.org";

  /** A Jira on loopback minds no more than this, and the demo shows how a budget is kept. */
  private static final BudgetConfig BUDGET = new BudgetConfig(50, 8);

  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--issues", paramLabel = "N", description = "How many issues; default: 2000.")
  int issues = 2000;

  @Mixin SimulatorOptions simulated = new SimulatorOptions();

  @Option(
      names = "--output-path",
      paramLabel = "DIR",
      description = "Where the files go; default: ./sluice-demo.")
  String outputPath = "./sluice-demo";

  @Override
  public CommonOptions common() {
    return common;
  }

  @Option(
      names = "--live",
      paramLabel = "60s",
      arity = "0..1",
      fallbackValue = "60s",
      converter = LookbackText.class,
      description = "Then let people work in that Jira for so long, and follow them.")
  @Nullable Duration live;

  @Override
  public Report perform(Session session) {
    if (issues < 0) {
      throw new UsageException("--issues " + issues + " is negative", "take 0 or more");
    }
    Path folder = WarehouseRoot.folder(outputPath);
    DemoFolder.clear(folder, SITE);
    LiveDemo people = new LiveDemo(session.clock(), session.waiter(), simulated.seed);
    try (DemoToken token = DemoToken.make();
        JiraSimulator jira = SimulatorOptions.start(simulator(session, token, people))) {
      LOG.info("a simulated Jira with {} issues listens at {}", issues, jira.baseUri());
      RunRequest request = request(jira.baseUri(), token, folder);
      RunSummary summary = session.launcher(common).run(request);
      Optional<DemoStorm> storm =
          simulated.faults().isEmpty()
              ? Optional.empty()
              : Optional.of(DemoStorm.of(simulated.faults(), jira.requestLog()));
      Optional<LiveOutcome> outcome =
          live == null || summary.exitCode() != 0
              ? Optional.empty()
              : Optional.of(follow(session, people, jira, request, folder, live));
      return new DemoReport(
          RunReport.of(outcome.map(it -> it.judged(summary)).orElse(summary), false),
          outputPath,
          BUDGET.requestsPerSecond(),
          storm,
          outcome,
          DemoAnswers.of(folder),
          session.console().columns());
    }
  }

  private JiraSimulator.Builder simulator(Session session, DemoToken token, LiveDemo people) {
    return simulated
        .simulator(session.clock())
        .credentials(USER, token.text())
        .onRequest(people::requested)
        .site(MarketingSite.seeded(simulated.seed, issues, session.clock().instant()));
  }

  /** Increments are told by their lines; each telling its plan and progress would drown them. */
  private LiveOutcome follow(
      Session session,
      LiveDemo people,
      JiraSimulator jira,
      RunRequest request,
      Path folder,
      Duration length) {
    CommonOptions quiet = new CommonOptions();
    quiet.quiet = true;
    quiet.logFormat = common.logFormat;
    quiet.debug = common.debug;
    boolean shown = common.output == OutputFormat.TEXT;
    LiveTable table = new LiveTable(session.console().out(), session.outStyle(), shown);
    List<LiveDemo.Increment> increments = new ArrayList<>();
    Logging logging = Logging.start(session.terminal(), quiet);
    try {
      List<Change> changes =
          people.during(
              length,
              jira,
              () -> session.launcher(quiet).run(request),
              increment -> {
                increments.add(increment);
                table.show(increment);
              });
      table.end();
      return LiveOutcome.of(changes.size(), increments.size(), jira, folder);
    } finally {
      logging.close();
    }
  }

  private RunRequest request(URI url, DemoToken token, Path folder) {
    JiraConfig jira =
        new JiraConfig(
            url,
            new AuthConfig.Basic(USER, token.reference(), Optional.empty()),
            SITE,
            List.of(),
            Optional.empty(),
            BUDGET,
            JiraConfig.DEFAULT_PAGE_SIZE,
            JiraConfig.Timeouts.DEFAULT,
            Transport.STANDARD);
    SluiceConfig config =
        new SluiceConfig(
            jira,
            TablesConfig.DEFAULT,
            FieldsConfig.DEFAULT,
            MartChoices.NONE,
            OutputConfig.files(folder.toString()),
            GateConfig.DEFAULT,
            // The search of a Jira on loopback does not lag.
            live == null ? SluiceConfig.DEFAULT_HORIZON : Duration.ofMinutes(1),
            SweepConfig.DEFAULT,
            true,
            List.of());
    return new RunRequest(config, new IntervalRequest.Automatic(), false, List.of());
  }
}
