package dev.sluice.schemas.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The fields an account may see, ordered by id whatever the order of the answer.
 *
 * @param fields one entry an id
 */
public record FieldCatalogue(List<JiraField> fields) {

  /** Orders the fields; of several entries with one id the first is kept. */
  public FieldCatalogue {
    Map<String, JiraField> byId = new TreeMap<>();
    fields.forEach(field -> byId.putIfAbsent(field.id(), field));
    fields = byId.values().stream().sorted(JiraField.BY_ID).toList();
  }

  /**
   * Reads the answer of {@code GET /field}, of either edition. Properties it does not know are
   * ignored; an entry without an id is left out, since nothing could refer to it.
   *
   * @throws IllegalArgumentException if the answer is no array
   */
  public static FieldCatalogue parse(JsonNode answer) {
    if (!answer.isArray()) {
      throw new IllegalArgumentException(
          "the field catalogue is not a JSON array but " + answer.getNodeType());
    }
    List<JiraField> fields = new ArrayList<>();
    for (JsonNode node : answer) {
      text(node, "id").ifPresent(id -> fields.add(field(id, node)));
    }
    return new FieldCatalogue(fields);
  }

  /** Returns the custom fields, in id order. */
  public Stream<JiraField> custom() {
    return fields.stream().filter(JiraField::custom);
  }

  private static JiraField field(String id, JsonNode node) {
    JsonNode schema = node.path("schema");
    return new JiraField(
        id,
        text(node, "name").orElse(id),
        node.path("custom").asBoolean(id.startsWith("customfield_")),
        text(schema, "type"),
        text(schema, "items"),
        text(schema, "custom"),
        text(schema, "system"),
        text(node.path("scope").path("project"), "id"));
  }

  private static Optional<String> text(JsonNode node, String property) {
    JsonNode value = node.path(property);
    return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
        ? Optional.of(value.asText())
        : Optional.empty();
  }
}
