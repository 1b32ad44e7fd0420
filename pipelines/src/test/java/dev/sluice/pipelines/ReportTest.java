package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every run leaves a page, however it ends, and the page over all runs leads there. */
final class ReportTest {

  private static final String EVIL = "\"><script>alert(1)</script>\u202Efdp";

  @TempDir Path folder;

  @Test
  void aRunLeavesAPageBesideItsManifestAndTheIndexLeadsThere() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(60))) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());

      Sluice.Result run = sluice.execute("run");

      assertThat(run.exitCode()).as(run.err()).isZero();
      Manifest manifest = sluice.newestManifest();
      Path file = sluice.warehouse().resolve(WarehouseLayout.report(manifest.runId()));
      assertThat(run.out()).contains("report       " + file);
      Document page = page(file);
      assertThat(page.select("h1").text()).endsWith("Complete");
      assertThat(page.select("section > h2").eachText())
          .containsExactly(
              "Rows by table",
              "Timeline",
              "Requests against the budget",
              "Issues a month",
              "Field coverage",
              "Exact JQL");
      assertThat(page.select("table.queries .jql").text()).contains("ORDER BY created ASC");
      assertThat(page.select("ul.coverage bdi").eachText()).contains("Story Points");
      Document index = page(sluice.warehouse().resolve(WarehouseLayout.INDEX));
      assertThat(index.select("table.intervals a").eachAttr("href"))
          .singleElement()
          .satisfies(link -> assertThat(sluice.warehouse().resolve(link)).isRegularFile());
    }
  }

  @Test
  void theNextRunStandsBesideTheOneBefore() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.DATA_CENTER, Sluice.site(60))) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      sluice.execute("run", "--from=2026-01-01", "--to=2026-07-01");
      String first = sluice.newestManifest().runId();

      sluice.execute("run", "--from=2026-07-01", "--to=2026-11-01");

      Document page = newestPage(sluice);
      assertThat(page.select("section .lead a").eachAttr("href"))
          .containsExactly("../../../" + WarehouseLayout.report(first));
      assertThat(page.select("th").eachText()).contains("Change");
      assertThat(page(sluice.warehouse().resolve(WarehouseLayout.INDEX)).select("ol.grid li"))
          .hasSize(2);
    }
  }

  @Test
  void aPartialRunSaysWhatIsMissingAndLeadsToIt() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(40));
        HostileProxy proxy =
            new HostileProxy(
                jira.baseUri(),
                reading("\"created\":\"20", "\"created\":\"yesterday, 20", "/search/jql"))) {
      Sluice sluice = new Sluice(folder).configured(proxy.uri());

      Sluice.Result run = sluice.execute("run");

      assertThat(run.exitCode()).as(run.err()).isEqualTo(65);
      Document page = newestPage(sluice);
      assertThat(page.select("h1").text()).endsWith("Partial");
      assertThat(page.select(".call h2").eachText())
          .containsExactly("Missing", "What happened", "To do");
      assertThat(page.select(".call").text())
          .contains("40 issues set aside", "table _dead_letter has each", "reads everything again");
      assertThat(page.select("table th a").eachAttr("href"))
          .hasSize(40)
          .allMatch(link -> link.startsWith(proxy.uri() + "/browse/"));
      assertThat(page(sluice.warehouse().resolve(WarehouseLayout.INDEX)).select("header").text())
          .contains("Nothing is complete yet", "1 run came short");
    }
  }

  @Test
  void aRunThatReadsNothingLeavesAPageThatSaysWhatToDo() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(40));
        HostileProxy proxy =
            new HostileProxy(
                jira.baseUri(),
                request ->
                    request.target().endsWith("/search/jql") && request.body().contains("changelog")
                        ? Optional.of(Misdeeds.json(401, "{}"))
                        : Optional.empty())) {
      Sluice sluice = new Sluice(folder).configured(proxy.uri());

      Sluice.Result run = sluice.execute("run");

      assertThat(run.exitCode()).as(run.err()).isEqualTo(77);
      Document page = page(onlyReport(sluice));
      assertThat(page.select("h1").text()).endsWith("Failed");
      assertThat(page.select("header").text())
          .contains("Nothing was published", "Everything of this interval", "To do");
      assertThat(page.select("table.queries td.bad").text()).contains("not read");
    }
  }

  @Test
  void aPageThatCannotBeWrittenChangesNothingOfTheRun() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(30))) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      Files.createDirectories(sluice.warehouse().resolve(WarehouseLayout.INDEX).resolve("taken"));

      Sluice.Result run = sluice.execute("run");

      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.err()).contains("has no report: ");
      assertThat(sluice.manifests()).hasSize(1);
    }
  }

  @Test
  void namesThatPeopleGiveInJiraAreOnlyText() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(60))) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      sluice.execute("run");
      String evil = EVIL.replace("\"", "\\\"");
      try (HostileProxy proxy =
          new HostileProxy(
              jira.baseUri(), reading("\"Story Points\"", "\"" + evil + "\"", "/field"))) {
        sluice.configured(proxy.uri());

        Sluice.Result run = sluice.execute("run", "--full");

        assertThat(run.exitCode()).as(run.err()).isZero();
        Document page = newestPage(sluice);
        assertThat(page.select("script")).isEmpty();
        String shown = EVIL.replace("\u202E", "[U+202E]");
        assertThat(page.select("ul.coverage bdi").eachText()).contains(shown);
        assertThat(page.select("section:has(h2:contains(Schema changes)) bdi").eachText())
            .contains("Story Points", shown);
      }
    }
  }

  @Test
  void theVerbMakesPagesAnew() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(30))) {
      Sluice sluice = new Sluice(folder).configured(jira.baseUri());
      assertThat(sluice.execute("report").exitCode()).as("there is no run yet").isEqualTo(2);
      sluice.execute("run");
      Path report = onlyReport(sluice);
      String before = Files.readString(report);
      Path index = sluice.warehouse().resolve(WarehouseLayout.INDEX);
      Files.delete(report);
      Files.delete(index);
      Files.delete(sluice.warehouse().resolve(WarehouseLayout.RUN_LOG));

      assertThat(sluice.execute("report").out().strip()).isEqualTo(report.toString());
      assertThat(Files.readString(report)).isEqualTo(before);
      Files.delete(index);
      assertThat(sluice.execute("report", "--index").out().strip()).isEqualTo(index.toString());
      assertThat(page(index).select("table.intervals a")).hasSize(1);
      Path copy = folder.resolve("copy.html");
      assertThat(sluice.execute("report", "--file=" + copy).exitCode()).isZero();
      assertThat(page(copy).select("nav")).as("it leads nowhere from there").isEmpty();
      assertThat(sluice.execute("report", "nobody").exitCode()).isEqualTo(2);
      assertThat(sluice.execute("report", "--index", "--file=" + copy).exitCode()).isEqualTo(2);
    }
  }

  private static Document newestPage(Sluice sluice) throws IOException {
    return page(
        sluice.warehouse().resolve(WarehouseLayout.report(sluice.newestManifest().runId())));
  }

  private static Path onlyReport(Sluice sluice) {
    List<Path> reports =
        sluice.files().stream().filter(file -> file.endsWith("report.html")).toList();
    assertThat(reports).hasSize(1);
    return reports.get(0);
  }

  private static Document page(Path file) throws IOException {
    return Jsoup.parse(Files.readString(file));
  }

  /** Another text in the answers of some places. */
  private static HostileProxy.Judge reading(String instead, String of, String... places) {
    return request ->
        Stream.of(places).anyMatch(place -> request.path().contains(place))
            ? Optional.of(
                (asked, jira, client) ->
                    Misdeeds.json(
                            200,
                            new String(jira.answer().body(), StandardCharsets.UTF_8)
                                .replace(instead, of))
                        .commit(asked, jira, client))
            : Optional.empty();
  }
}
