package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.config.ConfigException;
import dev.sluice.pipelines.config.ConfigFile;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.pipelines.run.Connections;
import dev.sluice.pipelines.run.WarehouseRoot;
import dev.sluice.schemas.mart.MartChoices;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      description =
          "Configuration, a file or gs://...; default: $" + VARIABLE + " or ./" + DEFAULT + ".")
  @Nullable String config;

  @Option(
      names = "--output-path",
      paramLabel = "DIR",
      description = "Where the warehouse is, instead of output.path.")
  @Nullable String outputPath;

  @Option(
      names = "--allow-insecure",
      description = "Send the login over an unencrypted connection if jira.url says so.")
  boolean allowInsecure;

  /** Where the configuration is, a path or a URI. */
  String place(Session session) {
    return config != null ? config : session.environment().getOrDefault(VARIABLE, DEFAULT);
  }

  /**
   * The same for what changes it.
   *
   * @throws UsageException when it is not a file
   */
  Path file(Session session) {
    String place = place(session);
    if (isRemote(place)) {
      throw new UsageException(place + " is no file", "name a local copy with --config");
    }
    return Path.of(place);
  }

  /** The configuration with what the flags say. */
  SluiceConfig read(Session session) {
    String place = place(session);
    SluiceConfig read =
        isRemote(place)
            ? ConfigFile.parse(remote(place), place, session.environment())
            : ConfigFile.read(Path.of(place), session.environment());
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
    String place = place(session);
    boolean written = isRemote(place) || Files.exists(Path.of(place));
    return outputPath != null && !written ? MartChoices.NONE : read(session).marts();
  }

  private static boolean isRemote(String place) {
    return place.matches("[a-z0-9]+://.*");
  }

  /** Where a template starts there is no file but in a bucket. */
  private static String remote(String place) {
    int name = place.lastIndexOf('/') + 1;
    return WarehouseRoot.at(place.substring(0, name))
        .store()
        .read(place.substring(name))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElseThrow(
            () ->
                new ConfigException(
                    List.of("there is no configuration file " + place),
                    "put it there, or name another with --config"));
  }
}
