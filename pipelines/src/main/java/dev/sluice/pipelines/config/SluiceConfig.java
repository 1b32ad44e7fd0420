package dev.sluice.pipelines.config;

import java.util.List;

/**
 * What {@code sluice.yaml} says, defaults filled in.
 *
 * @param outputPath a local folder or a URI that a Beam file system serves, as written
 * @param warnings what is understood but has no effect, one line each
 */
public record SluiceConfig(
    JiraConfig jira,
    FieldsConfig fields,
    String outputPath,
    GateConfig gate,
    List<String> warnings) {

  /** Where the warehouse is unless the file or a flag says otherwise. */
  public static final String DEFAULT_OUTPUT_PATH = "./warehouse";

  public SluiceConfig {
    warnings = List.copyOf(warnings);
  }

  /** The same configuration with its warehouse elsewhere. */
  public SluiceConfig withOutputPath(String path) {
    return new SluiceConfig(jira, fields, path, gate, warnings);
  }
}
