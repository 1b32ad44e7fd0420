package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database beside the files, from the run that makes it to the questions it is asked. */
final class LocalWarehouseTest {

  private static final String COUNTS =
      "SELECT (SELECT count(*) FROM issue) AS issues, (SELECT count(*) FROM comment) AS comments,"
          + " (SELECT count(*) FROM issue_field_history) AS changes";

  @TempDir Path folder;
  private Sluice sluice;

  @BeforeEach
  void load() {
    sluice = new Sluice(folder).withLocalWarehouse();
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(200))) {
      Sluice.Result run = sluice.configured(jira.baseUri()).execute("run");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("database     " + sluice.warehouse());
    }
  }

  @Test
  void theDatabaseHoldsWhatTheRunHasPublishedAndARebuildMakesTheSame() {
    var manifest = sluice.newestManifest();
    String expected =
        "issues,comments,changes\n%d,%d,%d"
            .formatted(
                manifest.table("issue").rows(),
                manifest.table("comment").rows(),
                manifest.table("issue_field_history").rows());

    assertThat(answer(COUNTS, "--format=csv")).isEqualToIgnoringNewLines(expected);
    assertThat(sluice.execute("warehouse", "rebuild").exitCode()).isZero();
    assertThat(answer(COUNTS, "--format=csv")).isEqualToIgnoringNewLines(expected);
  }

  @Test
  void anAnswerComesAsTableCsvJsonOrMarkdown() {
    String sql = "SELECT 'a|b' AS word, 1 AS number, NULL AS nothing";

    assertThat(answer(sql)).contains("word  number  nothing").contains("a|b        1");
    assertThat(answer(sql, "--format=csv")).contains("word,number,nothing").contains("a|b,1,");
    assertThat(answer(sql, "--format=json"))
        .contains("{\"word\":\"a|b\",\"number\":1,\"nothing\":null}");
    assertThat(answer(sql, "--format=markdown"))
        .contains("| word | number | nothing |")
        .contains("|---|---:|")
        .contains("| a\\|b | 1 |");
    assertThat(answer(sql, "--output=json")).contains("\"rows\":[{\"word\":\"a|b\"");
  }

  @Test
  void aWideAnswerFitsTheTerminal() {
    String table = answer("SELECT * FROM issue LIMIT 3");

    assertThat(table.lines()).allMatch(line -> line.length() <= 100);
    assertThat(table).contains(" columns; --format csv or json has all");
  }

  @Test
  void everyReadyQuestionIsListedAndHasAnAnswer() {
    String list = sluice.execute("query", "--list").out();

    for (String name :
        List.of(
            "launch-delays",
            "planned-vs-actual",
            "campaign-health",
            "time-in-status",
            "cycle-time",
            "sprint-velocity",
            "resource-allocation",
            "data-freshness")) {
      assertThat(list).contains(name);
      assertThat(answer(name, "--project=MKTG")).isNotEmpty();
    }
    assertThat(answer("cycle_time", "--project=MKTG", "--format=csv").lines().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("MKTG,"));
  }

  @Test
  void aQuestionMayComeFromAFileAndItsAnswerGoToOne() throws Exception {
    Path sql = Files.writeString(folder.resolve("question.sql"), "SELECT count(*) AS n FROM issue");

    assertThat(answer("--file=" + sql, "--format=csv")).isEqualToIgnoringNewLines("n\n200");
    sluice.execute("query", "--file=" + sql, "--export", "csv", folder.resolve("out").toString());
    assertThat(folder.resolve("out/answer.csv"))
        .content(StandardCharsets.UTF_8)
        .isEqualToIgnoringNewLines("n\n200");
    sluice.execute("query", "--export", "parquet", folder.resolve("all").toString());
    assertThat(folder.resolve("all/issue.parquet")).isNotEmptyFile();
    assertThat(folder.resolve("all/campaign_delivery.parquet")).isNotEmptyFile();
  }

  @Test
  void aMistakeShowsItsPlaceAndNothingCanBeChanged() {
    Sluice.Result mistake = sluice.execute("query", "SELECT summry FROM issue");
    Sluice.Result change = sluice.execute("query", "DELETE FROM issue");

    assertThat(mistake.exitCode()).isEqualTo(2);
    assertThat(mistake.err()).contains("LINE 1: SELECT summry FROM issue").contains("^");
    assertThat(change.exitCode()).isEqualTo(2);
    assertThat(answer(COUNTS, "--format=csv")).contains("200,");
  }

  @Test
  void withoutADatabaseTheWayToOneIsTold() throws Exception {
    Files.delete(sluice.warehouse().resolve("warehouse.duckdb"));

    Sluice.Result result = sluice.execute("query", "data-freshness");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("sluice warehouse rebuild");
  }

  @Test
  void aRunWhoseDatabaseIsDamagedHasNotFailedAndSaysSo() throws Exception {
    Files.writeString(sluice.warehouse().resolve("warehouse.duckdb"), "no database");
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(200))) {
      Sluice.Result run =
          sluice
              .configured(jira.baseUri())
              .execute(Clock.fixed(Sluice.NOW.plusSeconds(3600), ZoneOffset.UTC), "run", "--full");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("warning").contains("sluice warehouse rebuild");
    }
  }

  @Test
  void aPathIsEnoughToAsk() {
    Sluice.Result result =
        sluice.execute("query", COUNTS, "--output-path=" + sluice.warehouse(), "--format=json");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("\"issues\":200");
  }

  private String answer(String... arguments) {
    List<String> all = new ArrayList<>(List.of("query"));
    all.addAll(List.of(arguments));
    Sluice.Result result = sluice.execute(all.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result.out();
  }
}
