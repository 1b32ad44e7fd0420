package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs of the person who looks after a warehouse: backfill, runs, state. */
final class OperatingTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] TWO_MONTHS = {
    "backfill", "--from=2026-09-24", "--to=2026-11-25", "--step=20d"
  };

  @TempDir Path folder;

  @Test
  void aBackfillLoadsEachIntervalOnceAndGoesOnWhereItWas() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.DATA_CENTER, Sluice.site(120))) {
      Sluice sluice = issuesOf(jira);

      Sluice.Result planned = sluice.execute(with("--dry-run"));
      assertThat(planned.exitCode()).isZero();
      assertThat(planned.out().lines().filter(line -> line.contains("due"))).hasSize(4);
      assertThat(sluice.warehouse()).doesNotExist();

      Sluice.Result loaded = sluice.execute(with("--output=json"));
      assertThat(loaded.exitCode()).as(loaded.err()).isZero();
      JsonNode intervals = lastLine(loaded).path("intervals");
      assertThat(intervals).hasSize(4);
      assertThat(intervals.findValuesAsText("status")).contains("ok");
      assertThat(idsOfAllRuns(sluice)).isNotEmpty();

      Sluice.Result again = sluice.execute(with());
      assertThat(again.exitCode()).isZero();
      assertThat(again.out().lines().filter(line -> line.contains("was ok"))).hasSize(4);
      assertThat(sluice.manifests()).hasSize(4);
    }
  }

  @Test
  void aBackfillStopsAtWhatTheNextIntervalWouldMeetToo() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(30), "anonymous")) {
      Sluice.Result result = issuesOf(jira).execute(with());

      assertThat(result.exitCode()).isEqualTo(77);
    }
  }

  @Test
  void aBackfillGoesOnAfterADataGateOnlyWhenAsked() {
    try (JiraSimulator jira =
        Sluice.jira(Edition.DATA_CENTER, Sluice.site(900), "hidden-issues=3")) {
      Sluice sluice = issuesOf(jira);

      Sluice.Result stopped = sluice.execute(with());
      assertThat(stopped.exitCode()).isEqualTo(65);
      assertThat(sluice.manifests()).hasSize(1);

      Sluice.Result through = sluice.execute(with("--keep-going"));
      assertThat(through.exitCode()).isEqualTo(65);
      assertThat(sluice.manifests()).hasSizeGreaterThan(3);
    }
  }

  @Test
  void theRunsOfAWarehouseAreListedAndShown() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(30))) {
      Sluice sluice = issuesOf(jira);
      assertThat(sluice.execute("runs").out()).startsWith("no run yet");
      sluice.execute("run");
      sluice.execute("run");

      String runId = sluice.newestManifest().runId();
      assertThat(sluice.execute("runs", "list", "--limit=1").out())
          .contains("ok", "... and 1 earlier");
      assertThat(sluice.execute("runs", "show", runId).out()).startsWith("ok  run " + runId);
      JsonNode listed = lastLine(sluice.execute("runs", "--output=json"));
      assertThat(listed.path("runs")).hasSize(2);

      Sluice.Result unknown = sluice.execute("runs", "show", "nothing");
      assertThat(unknown.exitCode()).isEqualTo(2);
      assertThat(unknown.err()).contains("there is no run nothing");
    }
  }

  @Test
  void theStateIsShownMovedCarriedAwayAndBroughtBack() throws IOException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(30))) {
      Sluice sluice = issuesOf(jira);
      assertThat(sluice.execute("state").out()).startsWith("no state");
      sluice.execute("run");
      assertThat(sluice.execute("state").out()).contains("2026-11-24T07:50:00Z");

      Path exported = folder.resolve("state.json");
      assertThat(sluice.execute("state", "export", exported.toString()).exitCode()).isZero();
      assertThat(sluice.execute("state", "set", "--watermark=2026-01-01").out())
          .contains("2026-01-01T00:00:00Z");
      assertThat(sluice.execute("run").out()).contains("2025-12-31T23:50:00Z");

      assertThat(sluice.execute("state", "clear").exitCode()).isEqualTo(2);
      assertThat(sluice.execute("state", "clear", "--yes").out()).startsWith("no state");
      assertThat(sluice.execute("state", "import", exported.toString(), "--yes").out())
          .contains("2026-11-24T07:50:00Z");
      Files.writeString(exported, "{}");
      assertThat(sluice.execute("state", "import", exported.toString(), "--yes").exitCode())
          .isEqualTo(2);
    }
  }

  private Sluice issuesOf(JiraSimulator jira) {
    return new Sluice(folder)
        .configured(jira.baseUri())
        .adding("tables: {include: [issue, project, field]}");
  }

  private static String[] with(String... options) {
    String[] all = Arrays.copyOf(TWO_MONTHS, TWO_MONTHS.length + options.length);
    System.arraycopy(options, 0, all, TWO_MONTHS.length, options.length);
    return all;
  }

  private static Set<String> idsOfAllRuns(Sluice sluice) {
    Set<String> ids = new TreeSet<>();
    for (Manifest manifest : sluice.manifests()) {
      sluice.rows(manifest, "issue").forEach(row -> ids.add(row.get("id").toString()));
    }
    return ids;
  }

  private static JsonNode lastLine(Sluice.Result result) throws IOException {
    return JSON.readTree(result.out().strip().lines().reduce((first, last) -> last).orElseThrow());
  }
}
