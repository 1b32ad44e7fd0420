package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pipelines.deploy.DeployFile;
import dev.sluice.schemas.layout.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What schedulers are given is filled in for the configuration, and holds no secret. */
final class DeployCommandTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T08:15:00Z"), ZoneOffset.UTC);
  private static final String SECRET = "s3cr3t-t0ken-canary";
  private static final String LOGIN = "{type: basic, user: a@b.c, token: env:WIDGETS_TOKEN}";
  private static final String FILES = "output: {type: avro, path: ./warehouse}";
  private static final String BIG_QUERY =
      "output: {type: bigquery, project: widgets-prod, dataset: tickets, location: europe-west4,"
          + " staging: gs://widgets-bucket/sluice}";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void everyFileOfTheFolderIsInTheList() throws IOException {
    Path deploy = Path.of("../deploy");
    try (Stream<Path> files = Files.walk(deploy)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> deploy.relativize(file).toString().replace('\\', '/'))
                  .filter(path -> path.matches("[a-z]+/[^/]+"))
                  .filter(path -> !path.matches("(gcp|container)/.*")))
          .containsExactlyInAnyOrderElementsOf(
              DeployFile.all().stream().map(DeployFile::path).toList());
    }
  }

  @Test
  void everyFileOfTheListIsShownWithItsValuesAndNoSecret() throws IOException {
    configured("widgets", LOGIN, BIG_QUERY);
    assertThat(sluice("deploy")).isZero();
    String list = out.toString(StandardCharsets.UTF_8);
    for (DeployFile file : DeployFile.all()) {
      assertThat(list).contains(file.path()).contains(file.scheduler());
      String shown = shown(file.path());
      assertThat(shown)
          .as(file.path())
          .startsWith("# " + file.path() + " for widgets. Secrets by reference: env:WIDGETS_TOKEN.")
          .doesNotContain(SECRET, "JIRA_TOKEN\"", "\"acme")
          // What is left for a person to fill in.
          .satisfies(
              text ->
                  assertThat(text.lines().filter(line -> line.matches("\\s*# (change|each): .*")))
                      .allMatch(line -> line.matches(".*: (image|repository)")));
      assertThat(shown(file.scheduler())).as(file.scheduler()).contains("for widgets.");
    }
  }

  @Test
  void theValuesOfTheConfigurationStandWhereTheyBelong() throws IOException {
    configured("widgets", LOGIN, FILES);
    String config = folder.resolve("sluice.yaml").toString();
    String command = Path.of("..").toAbsolutePath().normalize().resolve("sluice").toString();

    assertThat(shown("airflow", "--every", "day"))
        .startsWith("# airflow/jira_local.py")
        .contains("SITE = \"widgets\"", "CONFIG = \"" + config + "\"")
        .contains("START = pendulum.datetime(2026, 11, 24, tz=\"UTC\")")
        .contains("SLUICE = \"" + command + "\"", "(\"7 2 * * *\", timezone")
        .contains("    \"WIDGETS_TOKEN\": \"widgets_widgets_token\",")
        .contains("DATABASE = True");
    assertThat(shown("cron"))
        .contains("7 * * * * . /etc/sluice/secrets && exec " + command + " run")
        .contains("--config " + config);
    assertThat(shown("systemd"))
        .contains("# systemd/sluice@.service", "# systemd/sluice-sweep.timer")
        .contains("ExecStart=" + command + " %i --quiet --config " + config);
    assertThat(shown("systemd/sluice-run.timer", "--every", "day"))
        .contains("OnCalendar=*-*-* 02:07:00 UTC")
        .doesNotContain("Service");
    assertThat(shown("kubernetes"))
        .contains("name: sluice-widgets\n", "name: sluice-widgets-sweep\n")
        .contains("{name: WIDGETS_TOKEN, valueFrom: {secretKeyRef: {name: sluice-widgets, key: W");
    assertThat(shown("github")).contains("WIDGETS_TOKEN: ${{ secrets.WIDGETS_TOKEN }}");
    assertThat(shown("prefect")).contains("\"WIDGETS_TOKEN\": \"widgets-token\",");
  }

  @Test
  void bigQueryDecidesWhichFileOfAirflowIsShown() throws IOException {
    configured("widgets", LOGIN, BIG_QUERY);

    assertThat(shown("airflow"))
        .startsWith("# airflow/jira_dataflow.py")
        .contains("PROJECT = \"widgets-prod\"", "BUCKET = \"gs://widgets-bucket\"")
        .contains("DATASET = \"tickets\"", "REGION = \"europe-west4\"")
        .contains("sluice@widgets-prod.iam.gserviceaccount.com");
    assertThat(shown("airflow/jira_local.py")).contains("DATABASE = False");
    assertThat(shown("terraform"))
        .contains("project = \"widgets-prod\"", "bucket = \"widgets-bucket\"")
        .contains("location = \"europe-west4\"", "dataset = \"tickets\"");
  }

  @Test
  void everyVariableThatHoldsASecretHasItsLineAndAFileHasNone() throws IOException {
    configured(
        "https://jira.acme.com",
        "widgets",
        "{type: client-credentials, client-id: env:ID, client-secret: env:KEY}",
        FILES);
    assertThat(shown("airflow")).contains("\"ID\": \"widgets_id\"", "\"KEY\": \"widgets_key\"");

    configured("widgets", "{type: bearer, token: file:/run/secrets/jira}", FILES);
    assertThat(shown("kubernetes"))
        .contains("Secrets by reference: file:/run/secrets/jira.")
        .doesNotContain("secretKeyRef");
  }

  @Test
  void whatCannotBeShownIsAMistakeOfUsage() throws IOException {
    configured("widgets", LOGIN, FILES);
    assertThat(sluice("deploy", "show", "nomad")).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("'nomad'", "deploy list");
    assertThat(sluice("deploy", "show")).isEqualTo(ExitCode.USAGE.code());

    configured("\"wid; gets\"", LOGIN, FILES);
    assertThat(sluice("deploy", "show", "cron")).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("'wid; gets' needs quoting");
  }

  private String shown(String name, String... options) {
    List<String> arguments = new ArrayList<>(List.of("deploy", "show", name));
    arguments.addAll(List.of(options));
    assertThat(sluice(arguments.toArray(String[]::new))).as(err::toString).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private void configured(String site, String auth, String output) throws IOException {
    configured("https://acme.atlassian.net", site, auth, output);
  }

  private void configured(String url, String site, String auth, String output) throws IOException {
    Files.writeString(
        folder.resolve("sluice.yaml"),
        "jira:\n  url: " + url + "\n  site: " + site + "\n  auth: " + auth + "\n" + output + "\n");
  }

  private int sluice(String... arguments) {
    out.reset();
    err.reset();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--config=" + folder.resolve("sluice.yaml"));
    Console console =
        Console.unattended(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    Map<String, String> environment = Map.of("WIDGETS_TOKEN", SECRET, "ID", SECRET, "KEY", SECRET);
    return Main.execute(all.toArray(String[]::new), console, environment, CLOCK);
  }
}
