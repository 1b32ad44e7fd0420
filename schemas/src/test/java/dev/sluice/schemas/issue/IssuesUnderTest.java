package dev.sluice.schemas.issue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.table.Lineage;
import dev.sluice.schemas.table.Tables;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;

/** Issues for tests. */
final class IssuesUnderTest {

  static final Lineage LINEAGE =
      new Lineage("acme", "run-1", "shard-1", Instant.parse("2026-11-24T05:00:00.5Z"));

  private IssuesUnderTest() {}

  static JsonNode json(String text) {
    try {
      return IssueJson.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** An issue with nothing but what it cannot do without, and the given fields. */
  static ObjectNode issue(String fields) {
    ObjectNode issue = (ObjectNode) json("{\"id\":\"10\",\"key\":\"MK-1\"}");
    ObjectNode all =
        (ObjectNode)
            json(
                "{\"created\":\"2026-01-15T14:23:45.000+0100\","
                    + "\"updated\":\"2026-01-16T14:23:45.000+0100\"}");
    all.setAll((ObjectNode) json(fields));
    issue.set("fields", all);
    return issue;
  }

  /** The columns of a row that are filled, without lineage, in their order. */
  static String valuesOf(GenericRecord row) {
    return row.getSchema().getFields().stream()
        .filter(field -> !field.name().startsWith("_") && row.get(field.pos()) != null)
        .map(field -> field.name() + "=" + row.get(field.pos()))
        .collect(Collectors.joining(" "));
  }

  static FieldColumns columns(String catalogue) {
    return Tables.columnNames()
        .assign(FieldCatalogue.parse(json(catalogue)), FieldRegistry.empty(), Map.of());
  }
}
