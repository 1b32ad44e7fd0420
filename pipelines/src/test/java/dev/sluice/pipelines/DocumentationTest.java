package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipelines.config.AuthConfig;
import dev.sluice.pipelines.config.ConfigFile;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.schemas.layout.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says is what the program does. */
final class DocumentationTest {

  private static final List<ExitCode> SIGNALS = List.of(ExitCode.INTERRUPTED, ExitCode.TERMINATED);

  @Test
  void theReadmeListsEveryExitCodeWithItsMeaningAndWhetherToRetry() throws IOException {
    String readme = readme();

    assertThat(Arrays.stream(ExitCode.values()).filter(code -> !SIGNALS.contains(code)))
        .allSatisfy(
            code ->
                assertThat(readme.replace("`", ""))
                    .contains(
                        "| %d | %s | %s|"
                            .formatted(
                                code.code(), code.meaning(), code.retryable() ? "yes " : "")));
  }

  @Test
  void theConfigurationInTheReadmeIsOne(@TempDir Path folder) throws IOException {
    SluiceConfig config = ConfigFile.read(documented("../README.md", folder), Map.of());

    assertThat(config.jira().projects()).containsExactly("MKTG", "OPS");
    assertThat(config.jira().budget().requestsPerSecond()).isEqualTo(10);
    assertThat(config.gate().countTolerance()).isEqualTo(0.001);
  }

  @Test
  void theConfigurationOfTheWayToJiraIsOne(@TempDir Path folder) throws IOException {
    SluiceConfig config = ConfigFile.read(documented("../docs/configuration.md", folder), Map.of());

    assertThat(config.jira().auth()).isInstanceOf(AuthConfig.ClientCredentials.class);
    assertThat(config.jira().auth().expires()).isPresent();
    assertThat(config.jira().budget().quietHours()).hasSize(1);
    assertThat(config.jira().budget().shared()).isNotNull();
    assertThat(config.jira().transport().authorities()).isNotNull();
  }

  private static Path documented(String page, Path folder) throws IOException {
    String text = Files.readString(Path.of(page), StandardCharsets.UTF_8);
    Matcher yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(text);
    assertThat(yaml.find()).isTrue();
    return Files.writeString(folder.resolve("sluice.yaml"), yaml.group(1));
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("../README.md"), StandardCharsets.UTF_8);
  }
}
