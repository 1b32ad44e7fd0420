package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the command line to the files, in both editions. */
final class WholePipelineTest {

  private static final Site SITE = Sluice.site(500);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Edition.class)
  void theFirstLoadIsWhatTheGoldenFilesSay(Edition edition) {
    try (JiraSimulator jira = Sluice.jira(edition, Sluice.site(30))) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());

      Sluice.Result result = sluice.execute("run");

      assertThat(result.exitCode()).as(result.err()).isZero();
      Manifest manifest = sluice.manifests().get(0);
      String name = edition.name().toLowerCase(Locale.ROOT).replace('_', '-');
      Golden.compare(
          name + "-report.txt",
          normal(result.out(), manifest).replaceAll("in -?[0-9:,.]+ (s|min|h)", "in N s"));
      for (String table : List.of("issue", "project", "field")) {
        Golden.compare(
            name + "-" + table + ".jsonl",
            sluice.rows(manifest, table).stream()
                .map(row -> normal(row.toString(), manifest) + "\n")
                .collect(Collectors.joining()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void everyIssueLandsOnceAndTheRunProvesIt(Edition edition) {
    try (JiraSimulator jira = Sluice.jira(edition, SITE)) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());

      assertThat(sluice.execute("run").exitCode()).isZero();

      Manifest manifest = sluice.manifests().get(0);
      assertThat(manifest.status()).isEqualTo(RunStatus.OK);
      assertThat(sluice.rows(manifest, "issue"))
          .extracting(row -> row.get("id").toString())
          .containsExactlyInAnyOrderElementsOf(
              SITE.issues().stream().map(issue -> Long.toString(issue.id())).toList());
      GenericRecord run = sluice.rows(manifest, "_run").get(0);
      assertThat(run.get("issues_expected")).isEqualTo(500L);
      assertThat(run.get("issues_unique")).isEqualTo(500L);
      assertThat(run.get("requests")).isEqualTo((long) jira.requestLog().size());
    }
  }

  @Test
  void anIncrementOfIssuesWithNothingNewCostsAtMostEightRequests() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(30))) {
      Sluice sluice =
          new Sluice(folder)
              .configured(jira.baseUri())
              .adding("tables: {include: [issue, project, field]}");
      sluice.execute("run", "--from=2026-11-24T07:50:00Z", "--to=2026-11-24T07:50:00Z");
      int before = jira.requestLog().size();

      Sluice.Result result =
          sluice.execute("run", "--from=2026-11-24T07:50:00Z", "--to=2026-11-24T07:51:00Z");

      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(jira.requestLog().size() - before).isLessThanOrEqualTo(8);
    }
  }

  @Test
  void nothingNewIsNinetyNineOnlyWhenAskedFor() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(30))) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      String[] emptyMinute = {
        "run", "--from=2001-01-01T00:00:00Z", "--to=2001-01-01T00:01:00Z", "--skip-exit-code"
      };

      assertThat(sluice.execute(emptyMinute).exitCode()).isEqualTo(99);
    }
  }

  @Test
  void anIntervalThatIsLoadedTwiceHasTheSameRows() {
    try (JiraSimulator jira = Sluice.jira(Edition.DATA_CENTER, SITE)) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      for (int i = 0; i < 2; i++) {
        assertThat(sluice.execute("run", "--from=2026-01-01", "--to=2026-07-01").exitCode())
            .isZero();
      }

      List<Manifest> manifests = sluice.manifests();
      assertThat(manifests).hasSize(2);
      assertThat(keys(sluice, manifests.get(0)))
          .isNotEmpty()
          .isEqualTo(keys(sluice, manifests.get(1)));
    }
  }

  @Test
  void theSummaryFileAndTheLastLineOfOutputAreTheSameObject() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(30))) {
      Path file = folder.resolve("summary.json");
      Sluice.Result result =
          new Sluice(folder)
              .configured(jira.baseUri())
              .execute("run", "--output=json", "--summary-file=" + file);

      ObjectMapper json = new ObjectMapper();
      List<String> lines = result.out().lines().toList();
      JsonNode last = json.readTree(lines.get(lines.size() - 1));
      assertThat(last).isEqualTo(json.readTree(Files.readString(file)));
      assertThat(last.fieldNames())
          .toIterable()
          .contains(
              "run_id",
              "status",
              "interval",
              "rows",
              "failed_rows",
              "requests",
              "requests_retried",
              "throttled_ms",
              "watermark",
              "outputs",
              "dataflow_job_id",
              "exit_code",
              "error");
    }
  }

  @Test
  void aRunThroughFaultsLosesAndDoublesNothing() {
    try (JiraSimulator jira =
        Sluice.jira(Edition.CLOUD, SITE, "short-pages=50%", "empty-pages=20%", "truncate=2%")) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());

      assertThat(sluice.execute("run").exitCode()).isZero();

      assertThat(keys(sluice, sluice.manifests().get(0))).hasSize(500).doesNotHaveDuplicates();
    }
  }

  private static List<String> keys(Sluice sluice, Manifest manifest) {
    return sluice.rows(manifest, "issue").stream().map(row -> row.get("key").toString()).toList();
  }

  private String normal(String text, Manifest manifest) {
    return text.replace(manifest.runId(), "RUN")
        .replace(folder.resolve("work").toString(), "FOLDER");
  }
}
