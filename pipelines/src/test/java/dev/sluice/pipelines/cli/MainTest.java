package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-11-24T08:15:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Site SITE = MarketingSite.seeded(1, 300, NOW);

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void helpListsEveryVerbAndEveryExitCode() {
    assertThat(sluice("--help")).isZero();

    assertThat(out()).contains(Verbs.names());
    for (ExitCode code : ExitCode.values()) {
      assertThat(out()).contains("  " + code.code() + " ");
    }
    assertThat(err()).isEmpty();
  }

  @Test
  void everyVerbHasItsHelp() {
    for (String verb : Verbs.names()) {
      assertThat(sluice(verb, "--help")).isZero();
      assertThat(out()).contains("Usage: sluice " + verb, "--summary-file", "--log-format");
    }
  }

  @Test
  void aMisspeltOptionIsOneLineWithASuggestion() {
    assertThat(sluice("run", "--form", "2026-01-01")).isEqualTo(2);
    assertThat(err())
        .isEqualToIgnoringNewLines("error: unknown option --form\n  hint: did you mean --from?\n");
  }

  @Test
  void aMisspeltVerbIsOneLineWithASuggestion() {
    assertThat(sluice("rum")).isEqualTo(2);
    assertThat(err())
        .isEqualToIgnoringNewLines("error: unknown verb rum\n  hint: did you mean run?\n");
  }

  @Test
  void intervalsExcludeEachOther() {
    assertThat(sluice("run", "--full", "--lookback", "2d")).isEqualTo(2);
    assertThat(err()).contains("--full", "--lookback", "mutually exclusive");
    assertThat(sluice("run", "--from", "2026-01-02", "--to", "2026-01-01")).isEqualTo(2);
    assertThat(err()).contains("is before --from");
  }

  @Test
  void aWrongOptionStillLeavesItsSummary() throws IOException {
    Path summary = folder.resolve("summary.json");

    assertThat(sluice("run", "--lookback", "soon", "--summary-file", summary.toString()))
        .isEqualTo(2);

    JsonNode json = JSON.readTree(summary.toFile());
    assertThat(json.path("exit_code").asInt()).isEqualTo(2);
    assertThat(json.path("error").path("class").asText()).isEqualTo("Usage");
  }

  @Test
  void aWrongConfigurationIsToldOnBothStreams() throws IOException {
    Path config = folder.resolve("sluice.yaml");
    Files.writeString(config, "jira: {url: https://x.example.org, auth: {type: bearer, tkoen: a}}");

    assertThat(sluice("run", "--config", config.toString(), "--output", "json")).isEqualTo(78);

    assertThat(err())
        .contains("error: " + config + ":1: unknown key jira.auth.tkoen")
        .contains("did you mean jira.auth.token?");
    assertThat(JSON.readTree(out()).path("status").asText()).isEqualTo("failed");
    assertThat(JSON.readTree(out()).path("exit_code").asInt()).isEqualTo(78);
  }

  @Test
  void theConfigurationMayBeNamedByTheEnvironment() {
    assertThat(sluice(Map.of(ConfigOptions.VARIABLE, "elsewhere.yaml"), "plan")).isEqualTo(78);
    assertThat(err()).contains("there is no configuration file elsewhere.yaml");
  }

  @Test
  void bothEditionsAreLoadedAndThenThereIsNothingNew() throws IOException {
    for (Edition edition : Edition.values()) {
      try (JiraSimulator jira = jira(edition)) {
        String config = configFor(jira, edition.name()).toString();

        assertThat(sluice("run", "-c", config, "--output", "json")).as(err()).isZero();
        JsonNode first = JSON.readTree(out());
        assertThat(first.path("rows").path("issue").asInt()).isEqualTo(300);
        assertThat(first.path("status").asText()).isEqualTo("ok");

        assertThat(first.path("requests").asInt()).isPositive();
        assertThat(sluice("run", "-c", config, "--output", "json", "--skip-exit-code"))
            .as(err())
            .isEqualTo(99);
        JsonNode second = JSON.readTree(out());
        assertThat(second.path("watermark").asText()).isEqualTo("2026-11-24T08:05:00Z");
      }
    }
  }

  @Test
  void aBeamJobIsTheSameRun() throws IOException {
    try (JiraSimulator jira = jira(Edition.CLOUD)) {
      Path config = configFor(jira, "job");

      assertThat(
              sluice(
                  "--runner=DirectRunner",
                  "--config=" + config,
                  "--from=2026-01-01T00:00:00+00:00",
                  "--to=2026-02-01T00:00:00+00:00",
                  "--labels={\"team\":\"data\"}",
                  "--output=json"))
          .as(err())
          .isZero();

      assertThat(JSON.readTree(out()).path("interval").path("to").asText())
          .isEqualTo("2026-02-01T00:00:00Z");
    }
  }

  @Test
  void aPlanShowsTheShardsAndReadsNothing() throws IOException {
    try (JiraSimulator jira = jira(Edition.DATA_CENTER)) {
      Path config = configFor(jira, "plan");

      assertThat(sluice("plan", "-c", config.toString())).as(err()).isZero();

      assertThat(out())
          .contains("first load of Jira Data Center", "s0000", "created >= 0", "300 issues in 1");
      assertThat(folder.resolve("plan")).doesNotExist();
    }
  }

  @Test
  void aCheckGivesAVerdictALine() throws IOException {
    try (JiraSimulator jira = jira(Edition.CLOUD, Clock.systemUTC())) {
      Path config = configFor(jira, "check");

      assertThat(sluice("check", "-c", config.toString())).as(out()).isZero();
      assertThat(out().lines())
          .extracting(line -> line.strip().split(" +", -1)[0])
          .containsOnly("ok")
          .hasSize(9);

      Files.writeString(folder.resolve("token"), "wrong");
      assertThat(sluice("check", "-c", config.toString())).isEqualTo(77);
      assertThat(out()).contains("fail     login", "skipped  search", "fix: ");
      assertThat(out()).doesNotContain("wrong");
    }
  }

  @Test
  void anOutputThatIsAFileIsToldBeforeJiraIsAsked() throws IOException {
    try (JiraSimulator jira = jira(Edition.CLOUD)) {
      Path config = configFor(jira, "token");

      assertThat(sluice("run", "-c", config.toString())).isEqualTo(78);

      assertThat(err()).contains("error: cannot write to", "token is no folder", "  hint: ");
      assertThat(jira.requestLog().size()).isZero();
    }
  }

  @Test
  void theDemoLeavesFilesAndSaysWhere() throws IOException {
    Path demo = folder.resolve("demo");

    assertThat(sluice("demo", "--issues", "120", "--output-path", demo.toString(), "--quiet"))
        .as(err())
        .isZero();

    assertThat(out()).contains("ok  ", "120 issues", demo.toString(), "./sluice init");
    try (Stream<Path> files = Files.walk(demo.resolve("issue"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".avro"))).isNotEmpty();
    }
    assertThat(err()).isEmpty();
    assertThat(sluice("demo", "--issues", "0", "--output-path", demo.toString())).isZero();
  }

  @Test
  void theDemoLeavesWhatIsNotItsOwnAlone() throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "years of work");

    assertThat(sluice("demo", "--output-path", folder.toString())).isEqualTo(2);
    assertThat(err()).contains("holds something that no demo has left");
    assertThat(folder.resolve("thesis.txt")).exists();
  }

  @Test
  void theFaultsOfTheSimulatorAreListed() {
    assertThat(sluice("simulate", "--list-faults")).isZero();
    assertThat(out()).contains("rate-limit=10/s");
    assertThat(sluice("simulate", "--faults", "gremlins")).isEqualTo(2);
    assertThat(err()).contains("there is no fault 'gremlins'");
  }

  private JiraSimulator jira(Edition edition) throws IOException {
    return jira(edition, CLOCK);
  }

  private JiraSimulator jira(Edition edition, Clock clock) throws IOException {
    Files.writeString(folder.resolve("token"), "s3cr3t-token");
    return JiraSimulator.builder()
        .site(SITE)
        .edition(edition)
        .clock(clock)
        .credentials("a@example.org", "s3cr3t-token")
        .start();
  }

  private Path configFor(JiraSimulator jira, String warehouse) throws IOException {
    String yaml =
        """
        jira:
          url: %s
          auth: {type: basic, user: a@example.org, token: "file:%s"}
          site: acme
          budget: {requests-per-second: 500}
        output: {path: %s}
        """
            .formatted(jira.baseUri(), folder.resolve("token"), folder.resolve(warehouse));
    return Files.writeString(folder.resolve(warehouse + ".yaml"), yaml);
  }

  private int sluice(String... args) {
    return sluice(Map.of(), args);
  }

  private int sluice(Map<String, String> environment, String... args) {
    out.reset();
    err.reset();
    PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return Main.execute(args, Console.unattended(outStream, errStream), environment, CLOCK);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
