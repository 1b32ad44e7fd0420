package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.Site;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FetchDimensionsTest {

  private static final Site SITE = MarketingSite.seeded(7, 600, SimulatedJira.NOW);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Edition.class)
  void everyDimensionIsReadWhole(Edition edition) {
    Map<String, Set<String>> wanted = wanted();
    int people = SITE.users().size();
    try (SimulatedJira jira = SimulatedJira.start(edition, folder)) {
      Pipeline pipeline = Pipeline.create();
      FetchDimensions.Result dimensions =
          pipeline.apply(FetchDimensions.from(jira.connection(), Runs.tables(), Runs.header("r1")));

      PAssert.that(dimensions.rows())
          .satisfies(
              batches -> {
                Map<String, List<String>> found = ids(batches);
                wanted.forEach(
                    (table, ids) ->
                        assertThat(found.get(table))
                            .as(table)
                            .containsExactlyInAnyOrderElementsOf(ids));
                assertThat(found).containsKey("field");
                return null;
              });
      PAssert.that(dimensions.people())
          .satisfies(
              batches -> {
                long count = 0;
                for (PeopleBatch batch : batches) {
                  assertThat(batch.directory()).isTrue();
                  count += batch.people().size();
                }
                assertThat(count).isEqualTo(people);
                return null;
              });
      PAssert.that(dimensions.reports())
          .satisfies(
              reports -> {
                assertThat(reports)
                    .hasSize(Dimension.values().length)
                    .allSatisfy(
                        report -> {
                          assertThat(report.kind()).isEqualTo(ShardReport.Kind.DIMENSION);
                          assertThat(report.failure()).isNull();
                          assertThat(report.warnings()).isEmpty();
                        });
                return null;
              });
      pipeline.run().waitUntilFinish();

      int sprintPages =
          SITE.boards().stream()
              .filter(FetchDimensionsTest::hasSprints)
              .mapToInt(
                  board -> SITE.sprints().getOrDefault(board.path("id").asLong(), List.of()).size())
              .map(sprints -> Math.max(1, (sprints + 49) / 50))
              .sum();
      int withComponents =
          (int) SITE.projects().stream().filter(p -> !p.path("components").isEmpty()).count();
      int users = edition == Edition.CLOUD ? 2 : 1;
      int projects = 1 + SITE.projects().size() + withComponents;
      assertThat(jira.simulator().requestLog().size())
          .as(jira.simulator().requestLog().countsByEndpoint().toString())
          .isEqualTo(projects + users + 5 + 1 + sprintPages);
    }
  }

  @Test
  void onlyThePartsOfProjectsInScopeAreAskedFor() {
    String key = SITE.projects().get(0).path("key").asText();
    try (SimulatedJira jira = SimulatedJira.start(Edition.CLOUD, folder)) {
      Pipeline pipeline = Pipeline.create();
      pipeline.apply(
          FetchDimensions.from(jira.connection(), Runs.tables(), Runs.header("r1"))
              .within(List.of(key)));
      pipeline.run().waitUntilFinish();

      assertThat(jira.simulator().requestLog().countsByEndpoint())
          .containsEntry("GET /rest/api/3/project/{project}", 1L);
    }
  }

  @Test
  void whatTheAccountMayNotSeeIsAWarningUnlessItIsRequired() {
    try (SimulatedJira jira = SimulatedJira.start(Edition.CLOUD, folder);
        JiraProxy proxy =
            new JiraProxy(
                jira.simulator().baseUri(),
                asked ->
                    asked.isFor("/users/search")
                        ? Optional.of(new JiraProxy.Answer(403, "{}"))
                        : asked.isFor("/rest/agile/")
                            ? Optional.of(new JiraProxy.Answer(404, "{}"))
                            : Optional.empty())) {
      Pipeline pipeline = Pipeline.create();
      FetchDimensions.Result dimensions =
          pipeline.apply(
              FetchDimensions.from(jira.connection(proxy.uri()), Runs.tables(), Runs.header("r1"))
                  .requiring(Set.of("board")));

      PAssert.that(dimensions.reports())
          .satisfies(
              reports -> {
                ShardReport user = named("user", reports);
                assertThat(user.failure()).isNull();
                assertThat(user.warnings())
                    .singleElement()
                    .asString()
                    .contains("table user", "403");
                assertThat(named("sprint", reports).warnings()).hasSize(1);
                assertThat(named("board", reports).failure())
                    .extracting(ShardReport.Failure::exitCode)
                    .isEqualTo(ExitCode.CONFIG);
                assertThat(named("status", reports).warnings()).isEmpty();
                return null;
              });
      pipeline.run().waitUntilFinish();
    }
  }

  @Test
  void aBoardThatRefusesSprintsHasNoneAndAHiddenOneIsNamed() {
    String scrum =
        SITE.boards().stream()
            .filter(FetchDimensionsTest::hasSprints)
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    forBoard(
        scrum,
        new JiraProxy.Answer(400, "{\"errorMessages\":[\"Das Board kennt keine Sprints\"]}"),
        report -> assertThat(report.warnings()).isEmpty());
    forBoard(
        scrum,
        new JiraProxy.Answer(403, "{}"),
        report ->
            assertThat(report.warnings()).singleElement().asString().contains("board " + scrum));
  }

  private void forBoard(String board, JiraProxy.Answer answer, SerializableConsumer check) {
    try (SimulatedJira jira = SimulatedJira.start(Edition.DATA_CENTER, folder);
        JiraProxy proxy =
            new JiraProxy(
                jira.simulator().baseUri(),
                asked ->
                    asked.isFor("/board/" + board + "/sprint")
                        ? Optional.of(answer)
                        : Optional.empty())) {
      Pipeline pipeline = Pipeline.create();
      FetchDimensions.Result dimensions =
          pipeline.apply(
              FetchDimensions.from(jira.connection(proxy.uri()), Runs.tables(), Runs.header("r1")));
      PAssert.that(dimensions.reports())
          .satisfies(
              reports -> {
                ShardReport report = named("sprint", reports);
                assertThat(report.failure()).isNull();
                check.accept(report);
                return null;
              });
      pipeline.run().waitUntilFinish();
    }
  }

  private interface SerializableConsumer extends Consumer<ShardReport>, Serializable {}

  private static boolean hasSprints(JsonNode board) {
    return !board.path("type").asText().equals("kanban");
  }

  private static Map<String, Set<String>> wanted() {
    Map<String, Set<String>> wanted = new HashMap<>();
    wanted.put("project", idsOf(SITE.projects()));
    wanted.put("status", idsOf(SITE.statuses()));
    wanted.put("issue_type", idsOf(SITE.issueTypes()));
    wanted.put("priority", idsOf(SITE.priorities()));
    wanted.put("resolution", idsOf(SITE.resolutions()));
    wanted.put("board", idsOf(SITE.boards()));
    wanted.put("sprint", idsOf(SITE.sprints().values().stream().flatMap(List::stream).toList()));
    Set<String> components = new TreeSet<>();
    Set<String> versions = new TreeSet<>();
    SITE.projects()
        .forEach(
            project -> {
              project.path("components").forEach(part -> components.add(part.path("id").asText()));
              project.path("versions").forEach(part -> versions.add(part.path("id").asText()));
            });
    wanted.put("component", components);
    wanted.put("version", versions);
    return wanted;
  }

  private static Set<String> idsOf(List<ObjectNode> objects) {
    Set<String> ids = new TreeSet<>();
    objects.forEach(object -> ids.add(object.path("id").asText()));
    return ids;
  }

  private static Map<String, List<String>> ids(Iterable<RowBatch> batches) {
    Map<String, List<String>> found = new HashMap<>();
    batches.forEach(
        batch ->
            batch
                .rows()
                .forEach(
                    row ->
                        found
                            .computeIfAbsent(row.table(), table -> new ArrayList<>())
                            .add(row.record().get("id").toString())));
    return found;
  }

  private static ShardReport named(String shardId, Iterable<ShardReport> reports) {
    return StreamSupport.stream(reports.spliterator(), false)
        .filter(report -> report.shardId().equals(shardId))
        .findFirst()
        .orElseThrow();
  }
}
