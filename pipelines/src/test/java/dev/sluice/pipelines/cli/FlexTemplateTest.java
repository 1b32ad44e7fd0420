package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a Flex Template asks for is what the program takes. {@code -Dgolden.update=true} writes the
 * file anew.
 */
final class FlexTemplateTest {

  private static final Path FILE = Path.of("../deploy/gcp/metadata.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** These are about a terminal, or keep the launcher, which a template must not. */
  private static final Set<String> NOT_OF_A_TEMPLATE =
      Set.of("output", "summaryFile", "logFormat", "quiet", "debug", "wait");

  private static final String TIME =
      "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z?)?";

  private static final Map<String, String> FORMS =
      Map.of(
          "config", "gs://[^\\n\\r]+",
          "outputPath", "gs://[^\\n\\r]+",
          "from", TIME,
          "to", TIME,
          "lookback", "[1-9][0-9]*[mhd]");

  private static final Map<String, String> EXAMPLES =
      Map.of(
          "config", "gs://bucket/sluice.yaml",
          "outputPath", "gs://bucket/sluice",
          "from", "2026-11-23T00:00Z",
          "to", "2026-11-24",
          "lookback", "2d");

  @Test
  void theFileAsksForEveryOptionInItsForm() throws IOException {
    String metadata = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(metadata()) + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, metadata, StandardCharsets.UTF_8);
    }
    assertThat(Files.readString(FILE, StandardCharsets.UTF_8)).isEqualTo(metadata);
  }

  @Test
  void everyParameterIsAnOptionAndItsFormTakesTheExample() {
    for (JsonNode parameter : metadata().path("parameters")) {
      String name = parameter.path("name").asText();
      if (name.equals(BeamArguments.SWEEP)) {
        continue;
      }
      String example = EXAMPLES.getOrDefault(name, "true");
      assertThat(example).as(name).matches(parameter.at("/regexes/0").asText());
      assertThat(BeamArguments.toRun(List.of("--" + name + "=" + example)))
          .as(name)
          .hasSize(2)
          .noneMatch(
              argument -> argument.startsWith("--" + name + "=") && name.matches(".*[A-Z].*"));
    }
    assertThat(
            StreamSupport.stream(metadata().path("parameters").spliterator(), false)
                .filter(parameter -> !parameter.path("isOptional").asBoolean())
                .map(parameter -> parameter.path("name").asText()))
        .containsExactly("config");
  }

  private static ObjectNode metadata() {
    ObjectNode metadata = JSON.createObjectNode();
    metadata.put("name", "Jira to warehouse");
    metadata.put("description", "Loads one interval of a Jira into BigQuery with Sluice.");
    metadata.put("streaming", false);
    Set<String> names = new TreeSet<>(BeamArguments.BOOLEANS);
    names.addAll(BeamArguments.VALUES);
    names.removeAll(NOT_OF_A_TEMPLATE);
    names.add(BeamArguments.SWEEP);
    names.forEach(name -> metadata.withArray("parameters").add(parameter(name)));
    return metadata;
  }

  private static ObjectNode parameter(String name) {
    boolean sweep = name.equals(BeamArguments.SWEEP);
    boolean flag = sweep || BeamArguments.BOOLEANS.contains(name);
    ObjectNode parameter = JSON.createObjectNode();
    parameter.put("name", name);
    parameter.put("label", name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT));
    parameter.put(
        "helpText",
        sweep
            ? "Not a load: find what was deleted, moved, archived or hidden."
            : String.join(" ", option(name).description()));
    parameter.put("isOptional", !name.equals("config"));
    parameter.put("paramType", flag ? "BOOLEAN" : "TEXT");
    if (flag) {
      parameter.put("defaultValue", "false");
    }
    parameter.withArray("regexes").add(flag ? "true|false" : FORMS.get(name));
    return parameter;
  }

  private static OptionSpec option(String name) {
    String written = BeamArguments.toRun(List.of("--" + name + "=true")).get(1);
    return new CommandLine(new RunCommand())
        .getCommandSpec()
        .findOption(written.replaceFirst("=.*", ""));
  }
}
