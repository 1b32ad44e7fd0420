package dev.sluice.pipelines.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.pipelines.run.ChosenInterval;
import dev.sluice.pipelines.run.IntervalChoice;
import dev.sluice.pipelines.run.IntervalRequest;
import dev.sluice.pipelines.run.RunPreview;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.transforms.jql.DateRange;
import dev.sluice.transforms.jql.RangeField;
import dev.sluice.transforms.jql.Shard;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlanReportTest {

  private static final Instant CUT = Instant.parse("2025-01-01T00:00:00Z");
  private static final ChosenInterval EVERYTHING =
      IntervalChoice.choose(
          new IntervalRequest.Everything(),
          Optional.empty(),
          Instant.parse("2026-11-24T08:15:00Z"),
          Duration.ofMinutes(10));
  private static final RunPreview PREVIEW =
      new RunPreview(
          "Cloud 1001",
          EVERYTHING,
          List.of(
              shard(0, DateRange.of(Instant.EPOCH, CUT), "created < 5", 2_001),
              shard(1, DateRange.since(CUT), "created >= 5", 0)),
          6,
          100,
          0.5,
          2);

  @Test
  void aPlanIsATableWithTheCostBelow() {
    assertThat(new PlanReport(PREVIEW).text(Style.PLAIN).replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            """
            full load of Jira Cloud 1001, by created

              shard  range (UTC)                               expected  JQL
              s0000  1970-01-01T00:00Z to 2025-01-01T00:00Z       2,001  created < 5
              s0001  2025-01-01T00:00Z to now                         0  created >= 5

              2,001 issues in 2 shards: at least 30 requests, 1.0 min at 0.5 requests/s""");
  }

  @Test
  void aPlanIsADocumentToo() throws IOException {
    JsonNode json =
        new ObjectMapper().readTree(Documents.writeLine(new PlanReport(PREVIEW).json()));

    assertThat(json.path("mode").asText()).isEqualTo("full");
    assertThat(json.path("issues").asLong()).isEqualTo(2_001);
    assertThat(json.path("requests").asLong()).isEqualTo(30);
    assertThat(json.path("shards").get(1).path("range").asText())
        .isEqualTo("2025-01-01T00:00:00Z/..");
    assertThat(json.path("exit_code").asInt()).isZero();
  }

  private static Shard shard(int ordinal, DateRange range, String jql, long expected) {
    return new Shard("s000" + ordinal, ordinal, RangeField.CREATED, range, jql, expected);
  }
}
