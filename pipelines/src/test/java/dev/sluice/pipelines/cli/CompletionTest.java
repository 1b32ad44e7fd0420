package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.pipelines.config.ConfigSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shells and editors get. */
final class CompletionTest {

  @TempDir Path folder;

  @Test
  void bashCompletesVerbsOptionsAndTheirValues() throws Exception {
    Path script = Files.writeString(folder.resolve("sluice.bash"), sluice("completion", "bash"));

    assertThat(bash(script, "dem")).containsExactly("demo");
    assertThat(bash(script, "")).containsAll(Verbs.names());
    assertThat(bash(script, "demo", "--li")).containsExactly("--live");
    assertThat(bash(script, "run", "--output", "")).containsExactlyInAnyOrder("text", "json");
    assertThat(bash(script, "simulate", "--edition", "d")).containsExactly("datacenter");
    assertThat(bash(script, "schema", "re")).contains("rename");
    assertThat(bash(script, "query", "launch")).contains("launch-delays");
  }

  @Test
  void theScriptForZshIsThatForBashAndTurnsOnWhatItNeeds() {
    assertThat(sluice("completion", "zsh"))
        .startsWith("autoload -Uz compinit")
        .contains("bashcompinit")
        .endsWith(sluice("completion", "bash"));
  }

  @Test
  void fishKnowsEveryVerbWithItsOptions() {
    String script = sluice("completion", "fish");

    for (String verb : Verbs.names()) {
      assertThat(script)
          .contains("complete -c sluice -n __fish_use_subcommand -a " + verb + " -d ");
      assertThat(script)
          .contains(
              "-n '__fish_seen_subcommand_from " + verb + "' -l output -x -a 'text json' -d ");
    }
    assertThat(script.lines()).allMatch(line -> line.startsWith("complete -c sluice "));
  }

  @Test
  void aFishCompletes() throws Exception {
    assumeTrue(installed("fish"), "there is no fish");
    Path script = Files.writeString(folder.resolve("sluice.fish"), sluice("completion", "fish"));

    assertThat(told("fish", "--no-config", "-c", "source " + script + "; complete -C 'sluice de'"))
        .anyMatch(line -> line.startsWith("demo\t"));
    assertThat(
            told(
                "fish",
                "--no-config",
                "-c",
                "source " + script + "; complete -C 'sluice run --output '"))
        .extracting(line -> line.replaceFirst("\t.*", ""))
        .containsExactlyInAnyOrder("text", "json");
  }

  @Test
  void theSpecificationIsTheSchemaOnALineOrOnMany() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode schema = json.readTree(ConfigSchema.json().toString());

    assertThat(json.readTree(sluice("spec"))).isEqualTo(schema);
    assertThat(sluice("spec", "--output=json").lines()).hasSize(1);
    assertThat(json.readTree(sluice("spec", "--output=json"))).isEqualTo(schema);
  }

  @Test
  void anotherShellIsAMistake() {
    assertThat(execute(new ByteArrayOutputStream(), "completion", "tcsh")).isEqualTo(2);
    assertThat(execute(new ByteArrayOutputStream(), "completion")).isEqualTo(2);
    assertThat(execute(new ByteArrayOutputStream(), "spec", "extra")).isEqualTo(2);
  }

  /** What a bash offers for the last of the words. */
  private static List<String> bash(Path script, String... words) throws Exception {
    String quoted = String.join("' '", words);
    return told(
        "bash",
        "--norc",
        "-c",
        "source "
            + script
            + "; COMP_WORDS=(sluice '"
            + quoted
            + "'); COMP_CWORD="
            + words.length
            + "; $(complete -p sluice | sed 's/.* -F \\([^ ]*\\) .*/\\1/');"
            + " printf '%s\\n' \"${COMPREPLY[@]}\"");
  }

  private static List<String> told(String... command) throws Exception {
    // Outside of a real completion bash complains about one of picocli's lines, and goes on.
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines;
    try (Stream<String> output = process.inputReader(StandardCharsets.UTF_8).lines()) {
      lines = output.map(String::stripTrailing).filter(line -> !line.isEmpty()).toList();
    }
    assertThat(process.waitFor()).as(lines.toString()).isZero();
    return lines;
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  private static String sluice(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(execute(out, arguments)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static int execute(ByteArrayOutputStream out, String... arguments) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return Main.execute(
        arguments,
        Console.unattended(
            stream, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)),
        Map.of(),
        Clock.systemUTC());
  }
}
