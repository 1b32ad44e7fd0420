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
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.transforms.jira.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
            + " account needed.")
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

  @Override
  public Report perform(Session session) {
    if (issues < 0) {
      throw new UsageException("--issues " + issues + " is negative", "take 0 or more");
    }
    Path folder = WarehouseRoot.folder(outputPath);
    DemoFolder.clear(folder, SITE);
    try (DemoToken token = DemoToken.make();
        JiraSimulator jira =
            SimulatorOptions.start(
                simulated
                    .simulator(session.clock())
                    .credentials(USER, token.text())
                    .site(
                        MarketingSite.seeded(simulated.seed, issues, session.clock().instant())))) {
      LOG.info("a simulated Jira with {} issues listens at {}", issues, jira.baseUri());
      RunSummary summary = session.launcher(common).run(request(jira.baseUri(), token, folder));
      return new DemoReport(
          RunReport.of(summary, false),
          folder,
          DemoAnswers.of(folder),
          session.console().columns());
    }
  }

  private static RunRequest request(URI url, DemoToken token, Path folder) {
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
            SluiceConfig.DEFAULT_HORIZON,
            SweepConfig.DEFAULT,
            true,
            List.of());
    return new RunRequest(config, new IntervalRequest.Automatic(), false, List.of());
  }
}
