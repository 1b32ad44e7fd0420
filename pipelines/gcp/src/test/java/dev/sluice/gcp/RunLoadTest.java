package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipelines.run.RunException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The jobs of a run, and what their ends lead to. */
final class RunLoadTest {

  private static final String OVERTAKEN =
      "invalidQuery: Query error: Transaction is aborted due to concurrent update against table"
          + " acme-data:jira.issue. Transaction ID: 61e30eea-0000-2dab-8e60-94eb2c1b1a92 at [3:1]";

  private final Published published = new Published();

  @AfterEach
  void close() {
    published.close();
  }

  @Test
  void aTransactionThatAnotherOneOvertookIsBegunAgainAsAWhole() {
    AtomicInteger begun = new AtomicInteger();
    published.fake.failing(
        job -> Published.isMerge(job) && begun.incrementAndGet() <= 2 ? OVERTAKEN : "");

    published.publish(Published.TARGET);

    List<JsonNode> merges = published.jobs().stream().filter(Published::isMerge).toList();
    assertThat(merges).hasSize(3);
    assertThat(merges.stream().map(Published::sql).distinct())
        .singleElement()
        .asString()
        .startsWith("BEGIN TRANSACTION;")
        .endsWith("COMMIT TRANSACTION;\n");
    String first = merges.get(0).at("/jobReference/jobId").asText();
    assertThat(merges.stream().map(job -> job.at("/jobReference/jobId").asText()))
        .containsExactly(first, first + "_2", first + "_3");
    assertThat(published.pauses).containsExactly(200L, 400L);
  }

  @Test
  void aStatementThatIsWrongIsNotTriedAgain() {
    published.fake.failing(
        job -> Published.isMerge(job) ? "invalidQuery: Unrecognized name: summry" : "");

    assertThatThrownBy(() -> published.publish(Published.TARGET))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("summry");
    assertThat(published.jobs()).filteredOn(Published::isMerge).hasSize(1);
  }

  @Test
  void aConflictThatStaysEndsAsUnavailable() {
    published.fake.failing(job -> Published.isMerge(job) ? OVERTAKEN : "");

    assertThatThrownBy(() -> published.publish(Published.TARGET))
        .isInstanceOf(RunException.OutputUnavailable.class)
        .hasMessageContaining("concurrent update");
    assertThat(published.jobs()).filteredOn(Published::isMerge).hasSize(10);
  }

  @Test
  void jobsRunWhereTheDatasetIsAndOneProjectPaysForThem() {
    published.publish(Published.TARGET);

    assertThat(published.calls())
        .filteredOn(call -> call.path().contains("/jobs") || call.path().contains("/queries"))
        .allMatch(call -> call.path().startsWith("/bigquery/v2/projects/acme-jobs/"));
    assertThat(published.calls())
        .filteredOn(call -> call.path().contains("/tables"))
        .allMatch(call -> call.path().startsWith("/bigquery/v2/projects/acme-data/datasets/jira/"));
    assertThat(published.jobs())
        .isNotEmpty()
        .allMatch(job -> job.at("/jobReference/location").asText().equals("EU"))
        .allMatch(job -> job.at("/jobReference/projectId").asText().equals("acme-jobs"))
        .allMatch(job -> job.at("/configuration/labels/team").asText().equals("data"));
    assertThat(published.calls())
        .filteredOn(call -> call.path().contains("/queries/"))
        .isNotEmpty()
        .allMatch(call -> call.target().contains("location=EU"));
  }

  @Test
  void everyTableIsLabelledAndEncryptedWithTheKey() {
    published.publish(Published.TARGET);

    assertThat(published.bodies("POST", "/tables"))
        .hasSize(6)
        .allMatch(table -> table.at("/labels/team").asText().equals("data"))
        .allMatch(
            table ->
                table.at("/encryptionConfiguration/kmsKeyName").asText().equals(Published.KEY));
    assertThat(published.jobs())
        .filteredOn(job -> job.at("/configuration").has("load"))
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(
            job ->
                job.at("/configuration/load/destinationEncryptionConfiguration/kmsKeyName")
                    .asText()
                    .equals(Published.KEY));
  }

  @Test
  void keysThatOccurTwiceNeverReachTheMerge() {
    published.fake.withDoubledKeys(2);

    assertThatThrownBy(() -> published.publish(Published.TARGET))
        .isInstanceOf(RunException.DoubledRows.class)
        .hasMessageContaining("comment (2)");
    assertThat(published.jobs()).noneMatch(Published::isMerge);
  }

  @Test
  void filesOfWhichRowsAreMissingAreNotMerged() {
    published.fake.loading(0);

    assertThatThrownBy(() -> published.publish(Published.TARGET))
        .isInstanceOf(RunException.OutputUnavailable.class)
        .hasMessageContaining("loaded 0 of the 1 rows");
    assertThat(published.jobs()).noneMatch(Published::isMerge);
  }

  @Test
  void aSecondLauncherFindsTheJobsOfTheFirst() {
    published.publish(Published.TARGET);
    Set<String> jobs = Set.copyOf(named());
    assertThat(jobs).hasSize(4);

    published.publish(Published.TARGET);

    assertThat(Set.copyOf(named())).isEqualTo(jobs);
  }

  private List<String> named() {
    return published.jobs().stream()
        .map(job -> job.at("/jobReference/jobId").asText())
        .filter(id -> !id.isEmpty())
        .toList();
  }
}
