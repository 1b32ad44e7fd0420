package dev.sluice.schemas.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.issue.IssueJson;
import dev.sluice.schemas.table.Tables;
import dev.sluice.schemas.value.NamedValue;
import java.util.List;
import java.util.Map;

/** Issues with a history, for tests. */
final class HistoriesUnderTest {

  private HistoriesUnderTest() {}

  /** An issue of creator c1 with nothing else but the given fields and histories. */
  static JsonNode issue(String fields, String histories) {
    ObjectNode issue = (ObjectNode) json("{\"id\":\"10\",\"key\":\"MK-1\"}");
    ObjectNode all =
        (ObjectNode)
            json(
                "{\"created\":\"2026-01-01T00:00:00.000+0000\",\"creator\":{\"accountId\":\"c1\"}}");
    all.setAll((ObjectNode) json(fields));
    issue.set("fields", all);
    issue.putObject("changelog").set("histories", json(histories));
    return issue;
  }

  /** One history with one item, a day of January 2026 at midnight, by account a1. */
  static String history(String id, int day, String item) {
    return ("{\"id\":\"%s\",\"author\":{\"accountId\":\"a1\"},"
            + "\"created\":\"2026-01-%02dT00:00:00.000+0000\",\"items\":[%s]}")
        .formatted(id, day, item);
  }

  static FieldColumns columns(String catalogue) {
    return Tables.columnNames()
        .assign(FieldCatalogue.parse(json(catalogue)), FieldRegistry.empty(), Map.of());
  }

  static JsonNode json(String text) {
    try {
      return IssueJson.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static List<String> initial(IssueHistory history) {
    return history.changes().stream()
        .filter(FieldChange::isInitial)
        .map(change -> change.item() + " " + change.fieldId() + " " + text(change.to()))
        .toList();
  }

  static String text(NamedValue value) {
    return value.id() + "/" + value.text();
  }
}
