package dev.sluice.pipelines.discover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SampleTest {

  @Test
  void onlyValuesThatSaySomethingCount() throws JsonProcessingException {
    Sample sample =
        Sample.of(
            List.of(
                issue(
                    "null-one: null, empty-list: [], empty-object: {}, blank: '  ',"
                        + " comment: {comments: [], total: 0},"
                        + " zero: 0, no: false, text: a, list: [a], option: {id: '1'},"
                        + " worklog: {worklogs: [{}], total: 1}")));

    assertThat(sample.fields())
        .containsOnlyKeys("zero", "no", "text", "list", "option", "worklog", "issuekey");
    assertThat(sample.issues()).isEqualTo(1);
  }

  @Test
  void typesAreCountedById() throws JsonProcessingException {
    Sample sample =
        Sample.of(
            List.of(
                issue("issuetype: {id: '7'}"),
                issue("issuetype: {id: '7'}"),
                issue("issuetype: {id: '8'}")));

    assertThat(sample.issueTypes()).isEqualTo(Map.of("7", 2, "8", 1));
  }

  @Test
  void usesAreOrderedByNumberAndThenAsTheProjectsAre() throws JsonProcessingException {
    Map<String, Sample> samples = new LinkedHashMap<>();
    samples.put("Z", Sample.of(List.of(issue("a: 1"))));
    samples.put("M", Sample.of(List.of(issue("b: 1"))));
    samples.put("B", Sample.of(List.of(issue("a: 1"), issue("a: 2"))));
    samples.put("A", Sample.of(List.of(issue("a: 1"))));

    assertThat(Sample.uses("a", samples))
        .containsExactly(Map.entry("B", 2), Map.entry("Z", 1), Map.entry("A", 1));
    assertThat(Sample.fieldsUsed(samples.values())).containsExactly("a", "b", "issuekey");
  }

  /** Field ids and values in a short form of JSON. */
  private static JsonNode issue(String fields) throws JsonProcessingException {
    String json =
        ("{key: 'K-1', fields: {" + fields + "}}")
            .replace('\'', '"')
            .replaceAll("(?<=[{,] ?)([a-z-]+):", "\"$1\":")
            .replaceAll("(?<=[:\\[] ?)(?!null|false|true)([a-z]+)", "\"$1\"");
    return new ObjectMapper().readTree(json);
  }
}
