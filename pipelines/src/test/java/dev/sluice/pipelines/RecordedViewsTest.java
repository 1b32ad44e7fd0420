package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.JsonlSite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The numbers of the views over recorded issues of a public site, beside the same numbers computed
 * from the recorded JSON alone. Skipped where the recordings are not.
 */
final class RecordedViewsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");

  @TempDir Path folder;

  @Test
  void timeInStatusAndLoggedHoursAreThoseOfTheRecordedHistories() throws IOException {
    Path file = recorded();
    Map<String, Long> closed = new TreeMap<>();
    Map<String, Long> logged = new TreeMap<>();
    for (JsonNode issue : issues(file)) {
      statuses(issue, closed);
      logged(issue, logged);
    }
    Sluice sluice = new Sluice(folder).withLocalWarehouse();
    try (JiraSimulator jira = Sluice.jira(Edition.DATA_CENTER, JsonlSite.read(List.of(file)))) {
      Sluice.Result run = sluice.configured(jira.baseUri()).execute("run");
      assertThat(run.exitCode()).as(run.err()).isZero();
    }

    Map<String, Long> found = new TreeMap<>();
    rows(
            sluice,
            "SELECT issue_id || ' ' || status_id AS stay, seconds FROM time_in_status"
                + " WHERE NOT is_current")
        .forEach(row -> found.put(row.get("stay").asText(), row.get("seconds").asLong()));
    assertThat(found).hasSizeGreaterThan(1000);
    assertThat(closed.keySet()).containsAll(found.keySet());
    found.forEach(
        (stay, seconds) ->
            // Each stay is cut to whole seconds by itself.
            assertThat(seconds - closed.getOrDefault(stay, -1L)).as(stay).isBetween(-9L, 0L));

    Map<String, Long> actual = new TreeMap<>();
    rows(
            sluice,
            "SELECT week || ' ' || person_id AS who, round(sum(actual_hours) * 3600) AS seconds"
                + " FROM resource_allocation WHERE actual_hours > 0 GROUP BY 1")
        .forEach(row -> actual.put(row.get("who").asText(), row.get("seconds").asLong()));
    assertThat(actual).isNotEmpty().isEqualTo(logged);
  }

  /** Adds up the seconds of every status an issue has left; the last one is still open. */
  private static void statuses(JsonNode issue, Map<String, Long> closed) {
    Instant since = stamp(issue.at("/fields/created"));
    for (JsonNode history : issue.at("/changelog/histories")) {
      for (JsonNode item : history.get("items")) {
        if (item.get("field").asText().equals("status")) {
          Instant until = stamp(history.get("created"));
          closed.merge(
              issue.get("id").asText() + " " + item.get("from").asText(),
              Duration.between(since, until).toSeconds(),
              Long::sum);
          since = until;
        }
      }
    }
  }

  private static void logged(JsonNode issue, Map<String, Long> logged) {
    for (JsonNode worklog : issue.at("/fields/worklog/worklogs")) {
      JsonNode author = worklog.path("author");
      String person = author.path("key").asText(author.path("name").asText());
      var monday =
          stamp(worklog.get("started"))
              .atOffset(ZoneOffset.UTC)
              .toLocalDate()
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      logged.merge(monday + " " + person, worklog.get("timeSpentSeconds").asLong(), Long::sum);
    }
  }

  private static Instant stamp(JsonNode text) {
    return OffsetDateTime.parse(text.asText(), STAMP).toInstant();
  }

  private static List<JsonNode> rows(Sluice sluice, String sql) throws IOException {
    Sluice.Result result = sluice.execute("query", sql, "--format=json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : result.out().lines().toList()) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }

  private static List<JsonNode> issues(Path file) throws IOException {
    List<JsonNode> issues = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        issues.add(JSON.readTree(line));
      }
    }
    return issues;
  }

  private static Path recorded() {
    Optional<Path> found = Optional.empty();
    Path directory = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (directory != null && found.isEmpty()) {
      found =
          Optional.of(directory.resolve("shared/data/corpus/duraspace_issues_changelog.jsonl.gz"))
              .filter(Files::exists);
      directory = directory.getParent();
    }
    assumeTrue(found.isPresent(), "no recorded issues beside the repository");
    return found.orElseThrow();
  }
}
