package dev.sluice.pipelines.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipelines.config.ConfigSchema;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.ExitCode;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sluice spec}. */
@Command(
    name = "spec",
    description = {
      "Print the JSON Schema of sluice.yaml, by which editors complete and explain its keys.",
      "A first line '# yaml-language-server: $schema=sluice.schema.json' names the file to them."
    },
    footer = {"", "Example: sluice spec > sluice.schema.json"})
final class SpecCommand implements Subcommand {

  @Mixin CommonOptions common = new CommonOptions();

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public Report perform(Session session) {
    return new Schema(ConfigSchema.json());
  }

  private record Schema(JsonNode json) implements Report {

    @Override
    public String text(Style style) {
      return new String(Documents.write(json), StandardCharsets.UTF_8).stripTrailing();
    }

    @Override
    public ExitCode exitCode() {
      return ExitCode.OK;
    }
  }
}
