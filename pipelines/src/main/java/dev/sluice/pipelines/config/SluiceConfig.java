package dev.sluice.pipelines.config;

import dev.sluice.schemas.mart.MartChoices;
import java.time.Duration;
import java.util.List;

/**
 * What {@code sluice.yaml} says, defaults filled in.
 *
 * @param marts what the views are told
 * @param horizon how far behind the server's clock an interval is closed
 * @param localWarehouse whether a database beside the files is kept up to date
 * @param warnings what is understood but has no effect, one line each
 */
public record SluiceConfig(
    JiraConfig jira,
    TablesConfig tables,
    FieldsConfig fields,
    MartChoices marts,
    OutputConfig output,
    GateConfig gate,
    Duration horizon,
    SweepConfig sweep,
    boolean localWarehouse,
    List<String> warnings) {

  /** Where the warehouse is unless the file or a flag says otherwise. */
  public static final String DEFAULT_OUTPUT_PATH = "./warehouse";

  /** Longer than Jira's index lags behind its database where it is well. */
  public static final Duration DEFAULT_HORIZON = Duration.ofMinutes(10);

  public SluiceConfig {
    warnings = List.copyOf(warnings);
  }

  /** Where the files are: a local folder or a URI that a Beam file system serves, as written. */
  public String outputPath() {
    return output.path();
  }

  /** The same configuration for some of its projects. */
  public SluiceConfig withProjects(List<String> projects) {
    return withJira(jira.withProjects(projects));
  }

  /** The same configuration, a login over unencrypted connections allowed. */
  public SluiceConfig withClearTextAllowed() {
    return withJira(jira.withClearTextAllowed());
  }

  private SluiceConfig withJira(JiraConfig changed) {
    return new SluiceConfig(
        changed, tables, fields, marts, output, gate, horizon, sweep, localWarehouse, warnings);
  }

  /** The same configuration with a sweep that is made otherwise. */
  public SluiceConfig withSweep(SweepConfig other) {
    return new SluiceConfig(
        jira, tables, fields, marts, output, gate, horizon, other, localWarehouse, warnings);
  }

  /** The same configuration with its warehouse elsewhere. */
  public SluiceConfig withOutputPath(String path) {
    return new SluiceConfig(
        jira,
        tables,
        fields,
        marts,
        output.withPath(path),
        gate,
        horizon,
        sweep,
        localWarehouse,
        warnings);
  }
}
