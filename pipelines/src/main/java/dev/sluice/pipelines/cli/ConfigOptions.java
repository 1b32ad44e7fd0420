package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.config.ConfigFile;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.pipelines.run.Connections;
import dev.sluice.schemas.mart.MartChoices;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Where the configuration is. A flag wins over the environment, that over the default. */
final class ConfigOptions {

  /** Names the configuration when the flag does not. */
  static final String VARIABLE = "SLUICE_CONFIG";

  private static final Logger LOG = LoggerFactory.getLogger(ConfigOptions.class);
  private static final String DEFAULT = "sluice.yaml";

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "Configuration; default: $" + VARIABLE + " or ./" + DEFAULT + ".")
  @Nullable Path config;

  @Option(
      names = "--output-path",
      paramLabel = "DIR",
      description = "Where the warehouse is, instead of output.path.")
  @Nullable String outputPath;

  @Option(
      names = "--allow-insecure",
      description = "Send the login over an unencrypted connection if jira.url says so.")
  boolean allowInsecure;

  /** Where the configuration is. */
  Path file(Session session) {
    return config != null ? config : Path.of(session.environment().getOrDefault(VARIABLE, DEFAULT));
  }

  /** The configuration with what the flags say. */
  SluiceConfig read(Session session) {
    SluiceConfig read = ConfigFile.read(file(session), session.environment());
    read.warnings().forEach(LOG::warn);
    SluiceConfig allowed = allowInsecure ? read.withClearTextAllowed() : read;
    Connections.to(allowed.jira()).requireSafe();
    return outputPath == null ? allowed : allowed.withOutputPath(outputPath);
  }

  /**
   * Where the warehouse is, for what needs nothing else: a path that a flag names needs no file.
   */
  String warehouse(Session session) {
    return outputPath == null ? read(session).outputPath() : outputPath;
  }

  /** What the views are told; a warehouse that is named by a flag needs no file that says it. */
  MartChoices marts(Session session) {
    boolean written = Files.exists(file(session));
    return outputPath != null && !written ? MartChoices.NONE : read(session).marts();
  }
}
