package dev.sluice.transforms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.layout.RunMode;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.jql.DateRange;
import dev.sluice.transforms.jql.RangeField;
import dev.sluice.transforms.jql.Shard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** A small run to test steps with: one site, two custom fields. */
final class Runs {

  static final Instant READ_AT = Instant.parse("2026-01-02T00:00:05Z");
  static final Instant WATERMARK = Instant.parse("2026-01-02T00:00:00Z");
  static final Interval DAY = new Interval(Instant.parse("2026-01-01T00:00:00Z"), WATERMARK);

  private static final String CATALOGUE =
      """
      [{"id":"summary","name":"Summary","custom":false,"schema":{"type":"string","system":"summary"}},
       {"id":"customfield_10042","name":"Campaign Budget","custom":true,
        "schema":{"type":"number","custom":"com.atlassian.jira.plugin.system.customfieldtypes:float"}},
       {"id":"customfield_10043","name":"Go Live","custom":true,
        "schema":{"type":"datetime","custom":"com.atlassian.jira.plugin.system.customfieldtypes:datetime"}}]
      """;

  private Runs() {}

  static RunHeader header(String runId) {
    return new RunHeader(
        runId,
        "acme",
        RunMode.INTERVAL,
        DAY,
        Instant.parse("2026-01-02T00:00:01Z"),
        "acme.test",
        "cloud",
        "1001.0.0",
        1,
        "0.1.0",
        WATERMARK,
        0);
  }

  static RunTables tables() {
    return RunTables.of(columns());
  }

  static FieldColumns columns() {
    try {
      JsonNode fields = new ObjectMapper().readTree(CATALOGUE);
      return Tables.columnNames()
          .assign(FieldCatalogue.parse(fields), FieldRegistry.empty(), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that Jira has, in one shard. */
  static Shard shard(long issues) {
    return new Shard(
        "s0000",
        0,
        RangeField.CREATED,
        DateRange.since(Instant.EPOCH),
        "created >= 0 ORDER BY created ASC, key ASC",
        issues);
  }

  static RawIssue issue(int number, String fields) {
    String json =
        "{\"id\":\"%d\",\"key\":\"MKTG-%d\",\"fields\":{%s}}"
            .formatted(10_000 + number, number, fields);
    return new RawIssue(
        "s0001", 1_000_000 + number, READ_AT, json.getBytes(StandardCharsets.UTF_8));
  }

  static final String STAMPS =
      "\"created\":\"2026-01-01T01:00:00.000+1300\",\"updated\":\"2026-01-01T10:00:00.000-0800\"";
}
