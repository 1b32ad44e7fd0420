package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.pipelines.deploy.DeployFile;
import dev.sluice.pipelines.deploy.Deployment;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice deploy}. */
@Command(
    name = "deploy",
    description = {
      "Show the files that make a scheduler start this pipeline, filled in for its configuration.",
      "Example: sluice deploy show airflow > dags/jira.py"
    })
final class DeployCommand implements Subcommand {

  private static final String LIST = "list";
  private static final String SHOW = "show";
  private static final String DATAFLOW = "airflow/jira_dataflow.py";
  private static final String LOCAL = "airflow/jira_local.py";

  @Mixin CommonOptions common = new CommonOptions();
  @Mixin ConfigOptions config = new ConfigOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "list|show",
      description = "What to do; default: list.")
  String action = LIST;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description = "A scheduler, such as cron, or one file of the list.")
  @Nullable String name;

  @Option(
      names = "--every",
      paramLabel = "hour|day",
      description = "How often to load; default: hour.")
  Deployment.Every every = Deployment.Every.HOUR;

  @Option(
      names = "--start",
      paramLabel = "DAY",
      description = "The day of the first data interval, for Airflow; default: today, UTC.")
  @Nullable LocalDate start;

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    String wanted = name;
    if (action.equals(LIST) && wanted == null) {
      return new DeployList(DeployFile.all(), session.console().columns());
    }
    if (!action.equals(SHOW) || wanted == null) {
      throw new UsageException(
          "expected 'deploy list' or 'deploy show NAME'", "see 'sluice deploy --help'");
    }
    SluiceConfig read = config.read(session);
    List<DeployFile> files = files(wanted, read.output().bigQuery().isPresent());
    Deployment deployment =
        new Deployment(
            read,
            absolute(config.place(session)),
            command(),
            every,
            start == null ? LocalDate.ofInstant(session.clock().instant(), ZoneOffset.UTC) : start);
    if (!deployment.unwritable().isEmpty()) {
      throw new UsageException(
          "'" + deployment.unwritable().get(0) + "' needs quoting, which differs between the files",
          "choose a jira.site and paths of letters, digits and _ . / : @ + -");
    }
    return new DeployShown(files, deployment);
  }

  /** Of Airflow's two files one suits a configuration; both can be had by their paths. */
  private static List<DeployFile> files(String name, boolean bigQuery) {
    List<DeployFile> files =
        DeployFile.all().stream()
            .filter(
                file ->
                    file.path().equals(name)
                        || (file.scheduler().equals(name)
                            && !file.path().equals(bigQuery ? LOCAL : DATAFLOW)))
            .toList();
    if (files.isEmpty()) {
      throw new UsageException(
          "there is no file for '" + name + "'", "'sluice deploy list' shows those there are");
    }
    return files;
  }

  private static String absolute(String place) {
    return place.contains("://") ? place : Path.of(place).toAbsolutePath().normalize().toString();
  }

  /** The start script, which lies above the jar. */
  private static Optional<String> command() {
    URI code =
        URI.create(
            DeployCommand.class.getProtectionDomain().getCodeSource().getLocation().toString());
    for (Path folder = Path.of(code); folder != null; folder = folder.getParent()) {
      Path script = folder.resolve("sluice");
      if (Files.isRegularFile(script) && Files.isExecutable(script)) {
        return Optional.of(script.toString());
      }
    }
    return Optional.empty();
  }
}
