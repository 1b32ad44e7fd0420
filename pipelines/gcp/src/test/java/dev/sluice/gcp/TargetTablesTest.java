package dev.sluice.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipelines.run.RunException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a run makes of the tables that are there, and of those that are not. */
final class TargetTablesTest {

  private final Published published = new Published();

  @AfterEach
  void close() {
    published.close();
  }

  @Test
  void aColumnOfAnotherTypeIsRefusedBeforeAnythingIsWritten() {
    published.fake.with(
        "jira", "issue", Published.table("{\"name\": \"votes\", \"type\": \"STRING\"}"));

    assertThatThrownBy(() -> published.publish(Published.TARGET))
        .isInstanceOf(RunException.OutputRefused.class)
        .hasMessageContaining("votes is STRING and should be INT64");
    assertThat(published.calls()).allMatch(call -> call.method().equals("GET"));
  }

  @Test
  void aRecordGetsTheMembersItLacksAndFilesAreLoadedInItsOrder() {
    published.fake.with(
        "jira",
        "issue",
        Published.table(
            """
            {"name": "id", "type": "STRING", "mode": "REQUIRED"},
            {"name": "components", "type": "RECORD", "mode": "REPEATED", "fields": [
              {"name": "name", "type": "STRING"}]}"""));

    published.publish(Published.TARGET);

    assertThat(published.bodies("PATCH", "/tables/issue"))
        .singleElement()
        .satisfies(it -> assertThat(members(it.at("/schema"))).containsExactly("name", "id"));
    assertThat(published.jobs())
        .filteredOn(job -> job.at("/jobReference/jobId").asText().endsWith("_issue"))
        .isNotEmpty()
        .allSatisfy(
            it ->
                assertThat(members(it.at("/configuration/load/schema")))
                    .containsExactly("name", "id"));
  }

  @Test
  void aRecordWithMembersThatNobodyKnowsIsRefused() {
    published.fake.with(
        "jira",
        "issue",
        Published.table(
            """
            {"name": "components", "type": "RECORD", "mode": "REPEATED", "fields": [
              {"name": "id", "type": "STRING"}, {"name": "lead", "type": "STRING"}]}"""));

    assertThatThrownBy(() -> published.publish(Published.TARGET))
        .isInstanceOf(RunException.OutputRefused.class)
        .hasMessageContaining("components is ARRAY<STRUCT<`id` STRING, `lead` STRING>>");
  }

  @Test
  void aRunLooksOnceAtEachTable() {
    published.publish(Published.TARGET);
    int before = published.calls().size();

    published.publish(Published.TARGET);

    assertThat(published.calls().subList(before, published.calls().size()))
        .filteredOn(call -> call.method().equals("GET") && call.path().contains("/datasets/"))
        .extracting(call -> call.path().substring(call.path().indexOf("/datasets/")))
        .containsExactlyInAnyOrder(
            "/datasets/jira",
            "/datasets/jira/tables",
            "/datasets/jira/tables/issue",
            "/datasets/jira/tables/comment",
            "/datasets/jira/tables/_run");
  }

  private static List<String> members(JsonNode schema) {
    List<String> names = new ArrayList<>();
    for (JsonNode field : schema.path("fields")) {
      if (field.path("name").asText().equals("components")) {
        field.path("fields").forEach(member -> names.add(member.path("name").asText()));
      }
    }
    return names;
  }
}
