package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.SimIssue;
import dev.sluice.simulator.site.Site;
import dev.sluice.transforms.state.CurrentState;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is gone from Jira is found, and what only seems to be stays. */
final class SweepTest {

  private static final Site SITE = Sluice.site(300);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Edition.class)
  void afterASweepTheWarehouseHoldsWhatJiraHas(Edition edition) {
    try (JiraSimulator jira = Sluice.jira(edition, SITE)) {
      Sluice sluice = loaded(jira);
      long deleted = lonely(0);
      long archived = lonely(1);
      long hidden = lonely(2);
      jira.edits().delete(deleted);
      jira.edits().archive(archived);
      jira.edits().hide(hidden);
      jira.edits().create(SITE.issues().get(0).key().replaceAll("-.*", ""), "New");
      int before = jira.requestLog().size();

      Sluice.Result result = sluice.execute("sweep");

      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(reasons(sluice))
          .containsEntry(Long.toString(deleted), "deleted")
          .containsEntry(Long.toString(archived), "archived")
          .containsKey(Long.toString(hidden))
          .hasSize(3);
      assertThat(keys(sluice)).isEqualTo(truth(jira));
      assertThat(result.out())
          .contains("census", "298 listed, 300 known; 3 gone")
          .contains("1 issue is archived: " + key(archived))
          .contains("1 issue is in Jira but not in the warehouse: read now");
      Manifest manifest = sluice.newestManifest();
      GenericRecord run = sluice.rows(manifest, "_run").get(0);
      assertThat(run.get("mode")).hasToString("sweep");
      assertThat(run.get("requests")).isEqualTo((long) jira.requestLog().size() - before);
      assertThat(sluice.rows(manifest, "_shard"))
          .filteredOn(shard -> shard.get("shard_id").toString().equals("census"))
          .singleElement()
          .satisfies(shard -> assertThat(shard.get("expected")).isEqualTo(298L))
          .satisfies(shard -> assertThat(shard.get("unique_issues")).isEqualTo(298L));

      jira.edits().restore(archived);
      jira.edits().restore(hidden);
      assertThat(sluice.execute("sweep").exitCode()).isZero();
      assertThat(keys(sluice)).isEqualTo(truth(jira)).hasSize(300);
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aSweepThatFindsNothingChangesNothing(Edition edition) {
    try (JiraSimulator jira = Sluice.jira(edition, SITE)) {
      Sluice sluice = loaded(jira);

      Sluice.Result result = sluice.execute("sweep");

      assertThat(result.exitCode()).as(result.err()).isZero();
      Manifest manifest = sluice.newestManifest();
      assertThat(manifest.tables()).doesNotContainKeys("issue", "_tombstone");
      assertThat(manifest.watermark()).isEqualTo(sluice.manifests().get(0).watermark());
      assertThat(keys(sluice)).hasSize(300);
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void anIssueThatMovesOutOfTheProjectsAskedForIsMoved(Edition edition) {
    List<String> projects = SITE.projects().stream().map(p -> p.path("key").asText()).toList();
    try (JiraSimulator jira = Sluice.jira(edition, SITE)) {
      long moved = lonely(3);
      String home = key(moved).replaceAll("-.*", "");
      String away = projects.stream().filter(key -> !key.equals(home)).findFirst().orElseThrow();
      Sluice sluice = new Sluice(folder).configured(jira.baseUri(), "projects: [" + home + "]");
      assertThat(sluice.execute("run").exitCode()).isZero();
      jira.edits().move(moved, away);

      Sluice.Result result = sluice.execute("sweep");

      assertThat(result.exitCode()).as(result.err()).isZero();
      GenericRecord tombstone = sluice.rows(sluice.newestManifest(), "_tombstone").get(0);
      assertThat(tombstone.get("reason")).hasToString("moved");
      assertThat(tombstone.get("key")).hasToString(key(moved));
      assertThat(tombstone.get("new_key").toString()).startsWith(away + "-");
      assertThat(keys(sluice)).doesNotContainKey(Long.toString(moved));
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void trap26AProjectThatIsHiddenIsReportedAndNotDeleted(Edition edition) {
    try (JiraSimulator jira = Sluice.jira(edition, SITE)) {
      Sluice sluice = loaded(jira);
      String project = key(lonely(0)).replaceAll("-.*", "");
      jira.edits().hideProject(project);

      Sluice.Result result = sluice.execute("sweep");

      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(result.out()).contains("project " + project + " cannot be seen");
      assertThat(sluice.newestManifest().tables()).doesNotContainKey("_tombstone");
      assertThat(keys(sluice)).hasSize(300);
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aProjectOfTheConfigurationThatIsHiddenDoesNotStopTheSweep(Edition edition) {
    List<String> projects = SITE.projects().stream().map(p -> p.path("key").asText()).toList();
    try (JiraSimulator jira = Sluice.jira(edition, SITE)) {
      Sluice sluice =
          new Sluice(folder)
              .configured(jira.baseUri(), "projects: [" + String.join(", ", projects) + "]");
      assertThat(sluice.execute("run").exitCode()).isZero();
      jira.edits().hideProject(projects.get(0));

      Sluice.Result result = sluice.execute("sweep");

      assertThat(result.exitCode()).as(result.err()).isZero();
      assertThat(result.out()).contains("project " + projects.get(0), "permission_lost");
      assertThat(keys(sluice)).hasSize(300);
    }
  }

  @Test
  void theIssuesOfAnArchivedProjectAreArchived() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, SITE)) {
      Sluice sluice = loaded(jira);
      String project = key(lonely(0)).replaceAll("-.*", "");
      jira.edits().archiveProject(project);

      assertThat(sluice.execute("sweep").exitCode()).isEqualTo(65);
      Sluice.Result allowed = sluice.execute("sweep", "--max-deleted=100%");

      assertThat(allowed.exitCode()).as(allowed.err()).isZero();
      assertThat(reasons(sluice).values()).containsOnly("archived");
      assertThat(keys(sluice)).isEqualTo(truth(jira));
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void aCensusThatLacksTooMuchWritesNothing(Edition edition) throws IOException {
    try (JiraSimulator jira = Sluice.jira(edition, SITE)) {
      Sluice sluice = loaded(jira);
      for (int i = 0; i < 18; i++) {
        jira.edits().hide(lonely(i));
      }
      int manifests = sluice.manifests().size();

      Sluice.Result result = sluice.execute("sweep", "--output=json");

      assertThat(result.exitCode()).isEqualTo(65);
      assertThat(result.err()).contains("18 of 300 known issues", "hint: ");
      assertThat(sluice.manifests()).hasSize(manifests);
      JsonNode summary = lastLine(result);
      assertThat(summary.path("status").asText()).isEqualTo("failed");
      assertThat(summary.path("error").path("class").asText()).isEqualTo("SuspiciousCensus");
      assertThat(keys(sluice)).hasSize(300);

      JsonNode allowed = lastLine(sluice.execute("sweep", "--max-deleted=10%", "--output=json"));
      assertThat(allowed.path("exit_code").asInt()).isZero();
      assertThat(allowed.path("rows").path("_tombstone").asInt()).isEqualTo(18);
      assertThat(allowed.path("sweep").path("known").asInt()).isEqualTo(300);
      assertThat(allowed.path("sweep").path("deleted").asInt()).isEqualTo(18);
    }
  }

  @Test
  void trap13ACensusThatEndsEarlyWritesNothing() {
    Sluice sluice;
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, SITE)) {
      sluice = loaded(jira);
    }
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, SITE, "early-end=100")) {
      Sluice.Result result = sluice.configured(jira.baseUri()).execute("sweep");

      assertThat(result.exitCode()).as(result.err()).isEqualTo(65);
      assertThat(result.err()).contains("Jira counts 300 issues, but sends");
      assertThat(sluice.manifests()).hasSize(1);
    }
  }

  @Test
  void whereNothingWasLoadedThereIsNothingToSweep() {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(30))) {
      Sluice.Result result = new Sluice(folder).configured(jira.baseUri()).execute("sweep");

      assertThat(result.exitCode()).isEqualTo(78);
      assertThat(result.err()).contains("start the first load");
    }
  }

  private Sluice loaded(JiraSimulator jira) {
    Sluice sluice = new Sluice(folder).configured(jira.baseUri());
    Sluice.Result result = sluice.execute("run");
    assertThat(result.exitCode()).as(result.err()).isZero();
    return sluice;
  }

  /** The id of an issue that neither is part of another nor has parts, which would go with it. */
  private static long lonely(int position) {
    List<String> parents =
        SITE.issues().stream().map(issue -> issue.json().at("/fields/parent/id").asText()).toList();
    return SITE.issues().stream()
        .filter(issue -> issue.json().at("/fields/parent/id").isMissingNode())
        .map(SimIssue::id)
        .filter(id -> !parents.contains(Long.toString(id)))
        .skip(position)
        .findFirst()
        .orElseThrow();
  }

  private static String key(long id) {
    return SITE.issues().stream()
        .filter(issue -> issue.id() == id)
        .map(SimIssue::key)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> reasons(Sluice sluice) {
    return sluice.rows(sluice.newestManifest(), "_tombstone").stream()
        .collect(
            Collectors.toMap(
                row -> row.get("issue_id").toString(), row -> row.get("reason").toString()));
  }

  /** Keys by id, as readers of the warehouse see them. */
  private static Map<String, String> keys(Sluice sluice) {
    Map<String, String> keys = new TreeMap<>();
    List<String> twice = new ArrayList<>();
    CurrentState.of(WarehouseStore.at(sluice.warehouse().toString()))
        .rows(
            "issue",
            row -> {
              if (keys.put(row.get("id").toString(), row.get("key").toString()) != null) {
                twice.add(row.get("id").toString());
              }
            });
    assertThat(twice).isEmpty();
    return keys;
  }

  private static Map<String, String> truth(JiraSimulator jira) {
    return jira.truth()
        .collect(
            Collectors.toMap(
                issue -> issue.path("id").asText(),
                issue -> issue.path("key").asText(),
                (one, other) -> one,
                TreeMap::new));
  }

  private static JsonNode lastLine(Sluice.Result result) throws IOException {
    List<String> lines = result.out().lines().toList();
    return new ObjectMapper().readTree(lines.get(lines.size() - 1));
  }
}
