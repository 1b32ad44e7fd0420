package dev.sluice.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One page on which every issue is odd in another way, from the server to the files: a value that
 * fits nothing stands raw in {@code extra} and its row lands; an issue is set aside only when it
 * cannot be keyed or ordered.
 */
final class HostileValuesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DEEP = "[".repeat(300) + "]".repeat(300);
  private static final String LONG = "long \ud83d\ude00".repeat(150_000);

  @TempDir Path folder;

  /**
   * What an issue's fields are given instead of its own, by issue number, and where it ends up.
   *
   * @param column with this value, or null for none
   * @param extra the raw value, or null when nothing is kept aside
   */
  private record Oddity(
      String fields, String column, @Nullable String value, @Nullable String extra) {}

  private static final List<Oddity> ODDITIES =
      List.of(
          new Oddity("\"duedate\":\"2026-02-30\"", "due_date", null, "\"2026-02-30\""),
          new Oddity("\"duedate\":20260101", "due_date", null, "20260101"),
          new Oddity("\"resolutiondate\":\"yesterday\"", "resolved", null, "\"yesterday\""),
          new Oddity(
              "\"resolutiondate\":\"51502-01-01T00:00:00.000+0000\"",
              "resolved",
              null,
              "\"51502-01-01T00:00:00.000+0000\""),
          new Oddity(
              "\"resolutiondate\":\"2026-01-02T03:04:05.678+1300\"",
              "resolved",
              "2026-01-01T14:04:05.678Z",
              null),
          new Oddity("\"resolutiondate\":\"\"", "resolved", null, null),
          new Oddity("\"labels\":\"not a list\"", "labels", null, "\"not a list\""),
          new Oddity("\"labels\":[\"a\",{\"b\":1}]", "labels", null, "[\"a\",{\"b\":1}]"),
          new Oddity("\"priority\":\"High\"", "priority", null, "\"High\""),
          new Oddity("\"workratio\":1e400", "work_ratio", null, "1E+400"),
          new Oddity("\"timespent\":\"NaN\"", "time_spent_seconds", null, "\"NaN\""),
          new Oddity("\"timespent\":\"3600\"", "time_spent_seconds", null, "\"3600\""),
          new Oddity("\"summary\":\"a\\u0000b\"", "summary", "a\u0000b", null),
          new Oddity("\"summary\":\"a\\ud800b\"", "summary", "a?b", null),
          new Oddity("\"summary\":\"one\",\"summary\":\"two\"", "summary", "two", null),
          new Oddity("\"summary\":\"" + LONG + "\"", "summary", LONG, null),
          new Oddity("\"summary\":" + DEEP, "summary", null, DEEP),
          new Oddity(
              "\"description\":{\"type\":\"doc\",\"content\":7}",
              "description",
              null,
              "{\"type\":\"doc\",\"content\":7}"),
          new Oddity(
              "\"assignee\":{\"displayName\":\"Former user\"}", "assignee", "Former user", null),
          new Oddity("\"fixVersions\":{}", "fix_versions", null, null),
          new Oddity("\"comment\":[]", "comment_count", null, null),
          new Oddity("\"customfield_99999\":" + DEEP, "summary", "odd", DEEP));

  @Test
  void aValueThatFitsNothingIsKeptAsideAndItsRowLands() throws JsonProcessingException {
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(ODDITIES.size()));
        HostileProxy proxy =
            new HostileProxy(jira.baseUri(), changing(HostileValuesTest::oddity))) {
      Sluice sluice = new Sluice(folder).configured(proxy.uri());

      Sluice.Result run = sluice.execute("run");

      assertThat(run.exitCode()).as(run.err()).isZero();
      Manifest manifest = sluice.manifests().get(0);
      Map<String, GenericRecord> rows = new HashMap<>();
      sluice.rows(manifest, "issue").forEach(row -> rows.put(row.get("id").toString(), row));
      assertThat(rows).hasSize(ODDITIES.size());
      for (int i = 0; i < ODDITIES.size(); i++) {
        String id = Long.toString(Sluice.site(ODDITIES.size()).issues().get(i).id());
        shown(ODDITIES.get(i), rows.get(id));
      }
    }
  }

  private static void shown(Oddity oddity, @Nullable GenericRecord found)
      throws JsonProcessingException {
    String start = oddity.fields().substring(0, Math.min(60, oddity.fields().length()));
    GenericRecord row = Objects.requireNonNull(found, start);
    Object value = row.get(oddity.column());
    assertThat(text(oddity.column(), value))
        .as(start)
        .isEqualTo(Optional.ofNullable(oddity.value()));
    JsonNode extra =
        row.get("extra") == null ? JSON.nullNode() : JSON.readTree(row.get("extra").toString());
    String name = oddity.fields().substring(1, oddity.fields().indexOf("\":"));
    assertThat(extra.path(name).isMissingNode())
        .as(
            start
                + " in "
                + extra.toString().substring(0, Math.min(100, extra.toString().length())))
        .isEqualTo(oddity.extra() == null);
    if (oddity.extra() != null) {
      assertThat(row.get("extra").toString())
          .as(start)
          .contains("\"" + name + "\":" + oddity.extra());
    }
  }

  private static Optional<String> text(String column, @Nullable Object value) {
    if (column.equals("resolved") && value instanceof Long micros) {
      return Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString());
    }
    return Optional.ofNullable(value).map(Object::toString);
  }

  private static String oddity(ObjectNode issue, int number) {
    ObjectNode fields = (ObjectNode) issue.get("fields");
    fields.put("summary", "odd");
    String changes = ODDITIES.get(number).fields();
    fields.remove(changes.substring(1, changes.indexOf("\":")));
    String text = issue.toString();
    int at = text.indexOf("\"fields\":{") + "\"fields\":{".length();
    return text.substring(0, at) + changes + "," + text.substring(at);
  }

  @Test
  void onlyAnIssueThatCannotBeKeyedOrOrderedIsSetAside() {
    List<String> unusable =
        List.of(
            "{\"id\":\"%s\",\"fields\":null}",
            "{\"id\":\"%s\",\"key\":\"X-1\"}",
            "{\"id\":\"%s\",\"key\":\"\",\"fields\":{}}",
            "{\"id\":\"%s\",\"key\":\"X-1\",\"fields\":{\"created\":\"2026-01-01T00:00:00.000+0000\"}}",
            "{\"id\":\"%s\",\"key\":\"X-1\",\"fields\":{\"created\":\"soon\",\"updated\":\"2026-01-01T00:00:00.000+0000\"}}",
            "{\"id\":{\"is\":\"%s\"},\"key\":\"X-1\",\"fields\":{}}",
            "[\"%s\"]",
            "null",
            "\"%s\"");
    try (JiraSimulator jira = Sluice.jira(Edition.CLOUD, Sluice.site(40));
        HostileProxy proxy =
            new HostileProxy(
                jira.baseUri(),
                changing(
                    (issue, number) ->
                        number < unusable.size()
                            ? unusable.get(number).formatted(issue.path("id").asText())
                            : number == unusable.size() ? idAsNumber(issue) : issue.toString()))) {
      Sluice sluice = new Sluice(folder).configured(proxy.uri());

      Sluice.Result run = sluice.execute("run");

      assertThat(run.exitCode()).as(run.err()).isEqualTo(65);
      Manifest manifest = sluice.manifests().get(0);
      assertThat(sluice.rows(manifest, "issue")).hasSize(40 - unusable.size());
      assertThat(sluice.rows(manifest, "_dead_letter"))
          .hasSize(unusable.size())
          .allSatisfy(letter -> assertThat(letter.get("error_message")).isNotNull());
      Set<String> ids = new HashSet<>();
      sluice.rows(manifest, "issue").forEach(row -> ids.add(row.get("id").toString()));
      assertThat(ids).hasSize(40 - unusable.size());

      sluice.adding("gate: {dead-letters: " + unusable.size() + "}");
      assertThat(sluice.execute("run", "--full").exitCode()).as("as many as are allowed").isZero();
    }
  }

  private static String idAsNumber(ObjectNode issue) {
    return issue.put("id", issue.path("id").asLong()).toString();
  }

  /** Writes an issue otherwise than Jira did; numbers are those of the site's issues. */
  private interface Change {
    String of(ObjectNode issue, int number);
  }

  private static HostileProxy.Judge changing(Change change) {
    return request ->
        request.target().endsWith("/search/jql") && request.body().contains("changelog")
            ? Optional.of(
                (asked, jira, client) -> {
                  JsonNode page = JSON.readTree(jira.answer().body());
                  List<String> issues = new ArrayList<>();
                  for (JsonNode issue : page.path("issues")) {
                    int number = (int) (issue.path("id").asLong() - firstId());
                    issues.add(change.of((ObjectNode) issue, number));
                  }
                  ((ObjectNode) page).remove("issues");
                  String rest = page.toString().substring(1);
                  String body =
                      "{\"issues\":["
                          + String.join(",", issues)
                          + "]"
                          + (rest.length() > 1 ? "," : "")
                          + rest;
                  return Misdeeds.json(200, body).commit(asked, jira, client);
                })
            : Optional.empty();
  }

  private static long firstId() {
    return Sluice.site(1).issues().get(0).id();
  }
}
