package dev.sluice.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.simulator.api.Edition;
import dev.sluice.transforms.jira.ChildKind;
import dev.sluice.transforms.jira.JiraConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CompleteChildrenTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Edition.class)
  void trap16And17ListsOfEverySizeAroundTheCapsArriveWhole(Edition edition) {
    List<Integer> sizes = List.of(0, 1, 19, 20, 21, 39, 40, 41, 1_001, 5_001);
    ChildrenSite site = new ChildrenSite();
    Map<String, List<Integer>> wanted = new HashMap<>();
    for (int i = 0; i < sizes.size(); i++) {
      int histories = sizes.get(i);
      int comments = sizes.get((i + 3) % sizes.size());
      int worklogs = sizes.get((i + 7) % sizes.size());
      site.with(histories, comments, worklogs);
      wanted.put(Integer.toString(10_000 + i), List.of(histories, comments, worklogs));
    }
    try (SimulatedJira jira = SimulatedJira.start(site.site(), edition, folder)) {
      Pipeline pipeline = Pipeline.create();
      CompleteChildren.Result completed = complete(pipeline, jira.connection(), sizes.size());

      PAssert.that(completed.issues())
          .satisfies(
              issues -> {
                Map<String, List<Integer>> found = new HashMap<>();
                issues.forEach(issue -> found.put(idOf(issue), sizes(issue)));
                assertThat(found).isEqualTo(wanted);
                return null;
              });
      PAssert.that(completed.failures()).empty();
      pipeline.run().waitUntilFinish();

      Map<String, Long> requests = jira.simulator().requestLog().countsByEndpoint();
      if (edition == Edition.CLOUD) {
        assertThat(requests)
            .containsEntry("POST /rest/api/3/changelog/bulkfetch", 1L)
            .containsEntry("GET /rest/api/3/issue/{issue}/comment", 7L)
            .containsEntry("GET /rest/api/3/issue/{issue}/worklog", 7L);
      } else {
        assertThat(requests)
            .hasEntrySatisfying(
                "GET /rest/api/2/issue/{issue}/worklog",
                count -> assertThat(count).as("six, and a page more of one").isBetween(6L, 7L))
            .doesNotContainKey("GET /rest/api/2/issue/{issue}/comment");
      }
    }
  }

  @Test
  void manyCutChangelogsCostOneRequestAndTheReportCountsIt() {
    ChildrenSite site = new ChildrenSite();
    for (int i = 0; i < 90; i++) {
      site.with(41, 0, 0);
    }
    site.with(40, 20, 20);
    try (SimulatedJira jira = SimulatedJira.start(site.site(), Edition.CLOUD, folder)) {
      Pipeline pipeline = Pipeline.create();
      CompleteChildren.Result completed = complete(pipeline, jira.connection(), 91);

      PAssert.that(completed.details())
          .satisfies(
              reports -> {
                ShardDetail report = RenameFieldsTest.only(reports);
                assertThat(report.shardId()).isEqualTo("s0000");
                assertThat(report.completed()).isEqualTo(90);
                assertThat(report.gone()).isZero();
                assertThat(report.requests()).isEqualTo(1);
                assertThat(report.bytes()).isPositive();
                assertThat(report.failure()).isNull();
                return null;
              });
      pipeline.run().waitUntilFinish();
    }
  }

  @Test
  void anIssueDeletedMeanwhilePassesAsItCameAndIsCounted() {
    ChildrenSite site = new ChildrenSite().with(41, 21, 0).with(41, 0, 0);
    try (SimulatedJira jira = SimulatedJira.start(site.site(), Edition.CLOUD, folder);
        JiraProxy proxy =
            JiraProxy.answering(
                jira.simulator().baseUri(),
                "/issue/10000/",
                404,
                "{\"errorMessages\":[\"gone\"]}")) {
      Pipeline pipeline = Pipeline.create();
      CompleteChildren.Result completed = complete(pipeline, jira.connection(proxy.uri()), 2);

      PAssert.that(completed.issues())
          .satisfies(
              issues -> {
                Map<String, List<Integer>> found = new HashMap<>();
                issues.forEach(issue -> found.put(idOf(issue), sizes(issue)));
                assertThat(found)
                    .containsEntry("10000", List.of(40, 20, 0))
                    .containsEntry("10001", List.of(41, 0, 0));
                return null;
              });
      PAssert.that(completed.failures()).empty();
      PAssert.that(completed.details())
          .satisfies(
              reports -> {
                ShardDetail report = RenameFieldsTest.only(reports);
                assertThat(report.gone()).isEqualTo(1);
                assertThat(report.completed()).isEqualTo(1);
                return null;
              });
      pipeline.run().waitUntilFinish();
    }
  }

  @Test
  void oneIssueThatJiraCannotServeIsSetAsideAndTheOthersLand() {
    ChildrenSite site = new ChildrenSite().with(0, 21, 0).with(0, 21, 0).with(0, 21, 0);
    try (SimulatedJira jira = SimulatedJira.start(site.site(), Edition.CLOUD, folder);
        JiraProxy proxy =
            JiraProxy.answering(jira.simulator().baseUri(), "/issue/10001/comment", 500, "{}")) {
      Pipeline pipeline = Pipeline.create();
      CompleteChildren.Result completed = complete(pipeline, jira.connection(proxy.uri()), 3);

      PAssert.that(completed.issues())
          .satisfies(
              issues -> {
                List<String> ids = new ArrayList<>();
                issues.forEach(issue -> ids.add(idOf(issue)));
                assertThat(ids).containsExactlyInAnyOrder("10000", "10002");
                return null;
              });
      PAssert.that(completed.failures())
          .satisfies(
              letters -> {
                var letter = RenameFieldsTest.only(letters);
                assertThat(letter.stage()).isEqualTo("CompleteChildren");
                assertThat(letter.issueId()).isEqualTo("10001");
                assertThat(letter.errorClass()).isEqualTo("Unavailable");
                assertThat(letter.replayJql()).isEqualTo("id = 10001");
                return null;
              });
      PAssert.that(completed.details())
          .satisfies(
              reports -> {
                assertThat(RenameFieldsTest.only(reports).failure()).isNull();
                return null;
              });
      pipeline.run().waitUntilFinish();
    }
  }

  @Test
  void changelogsThatFailInBulkAreReadOneByOne() {
    ChildrenSite site = new ChildrenSite().with(101, 0, 0).with(41, 0, 0);
    try (SimulatedJira jira = SimulatedJira.start(site.site(), Edition.CLOUD, folder);
        JiraProxy proxy =
            JiraProxy.answering(jira.simulator().baseUri(), "/changelog/bulkfetch", 403, "{}")) {
      Pipeline pipeline = Pipeline.create();
      CompleteChildren.Result completed = complete(pipeline, jira.connection(proxy.uri()), 2);

      PAssert.that(completed.issues())
          .satisfies(
              issues -> {
                List<List<Integer>> found = new ArrayList<>();
                issues.forEach(issue -> found.add(sizes(issue)));
                assertThat(found).containsExactlyInAnyOrder(List.of(101, 0, 0), List.of(41, 0, 0));
                return null;
              });
      pipeline.run().waitUntilFinish();
      assertThat(proxy.askedFor("/changelog?")).isEqualTo(3);
    }
  }

  @Test
  void anOutageFailsTheShardAfterAFewTriesAndHandsOnNothingShort() {
    ChildrenSite site = new ChildrenSite();
    for (int i = 0; i < 9; i++) {
      site.with(0, 21, 0);
    }
    site.with(1, 1, 1);
    try (SimulatedJira jira = SimulatedJira.start(site.site(), Edition.CLOUD, folder);
        JiraProxy proxy = JiraProxy.answering(jira.simulator().baseUri(), "/comment", 503, "{}")) {
      Pipeline pipeline = Pipeline.create();
      CompleteChildren.Result completed = complete(pipeline, jira.connection(proxy.uri()), 10);

      PAssert.that(completed.issues())
          .satisfies(
              issues -> {
                assertThat(idOf(RenameFieldsTest.only(issues))).isEqualTo("10009");
                return null;
              });
      PAssert.that(completed.failures())
          .satisfies(
              letters -> {
                assertThat(letters).hasSize(9);
                return null;
              });
      PAssert.that(completed.details())
          .satisfies(
              reports -> {
                ShardDetail report = RenameFieldsTest.only(reports);
                assertThat(report.failure())
                    .extracting(ShardReport.Failure::kind)
                    .isEqualTo("Unavailable");
                return null;
              });
      pipeline.run().waitUntilFinish();
      assertThat(proxy.askedFor("/comment")).isEqualTo(3);
    }
  }

  private static CompleteChildren.Result complete(
      Pipeline pipeline, JiraConnection jira, long issues) {
    return pipeline
        .apply(PlannedShards.of(List.of(Runs.shard(issues))))
        .apply(FetchIssues.from(jira, 100))
        .issues()
        .apply(CompleteChildren.from(jira));
  }

  private static String idOf(RawIssue issue) {
    return tree(issue).path("id").asText();
  }

  /** Counts ids, so that a child that came twice does not pass for two. */
  private static List<Integer> sizes(RawIssue issue) {
    List<Integer> sizes = new ArrayList<>();
    for (ChildKind kind : ChildKind.values()) {
      JsonNode parent = kind == ChildKind.HISTORIES ? tree(issue) : tree(issue).path("fields");
      JsonNode holder = parent.path(kind.holder());
      assertThat(holder.path("total").isInt()).isTrue();
      sizes.add((int) holder.path(kind.list()).findValues("id").stream().distinct().count());
    }
    return sizes;
  }

  private static JsonNode tree(RawIssue issue) {
    try {
      return JSON.readTree(issue.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
