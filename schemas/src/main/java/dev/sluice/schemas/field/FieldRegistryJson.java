package dev.sluice.schemas.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.type.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@link FieldRegistry} as the JSON of its file, indented for the people who read it. */
final class FieldRegistryJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FieldRegistryJson() {}

  static String write(FieldRegistry registry) {
    return tree(registry).toPrettyString();
  }

  static ObjectNode tree(FieldRegistry registry) {
    ObjectNode root = MAPPER.createObjectNode().put("version", registry.version());
    ArrayNode fields = root.putArray("fields");
    registry.periods().forEach(period -> write(period, fields.addObject()));
    return root;
  }

  private static void write(FieldPeriod period, ObjectNode node) {
    JiraField field = period.field();
    node.put("id", field.id())
        .put("name", field.name())
        .put("column", period.column())
        .put("type", period.type().text());
    field.schemaType().ifPresent(text -> node.put("schema_type", text));
    field.schemaItems().ifPresent(text -> node.put("schema_items", text));
    field.schemaCustom().ifPresent(text -> node.put("schema_custom", text));
    field.schemaSystem().ifPresent(text -> node.put("schema_system", text));
    field.scopeProjectId().ifPresent(text -> node.put("scope_project_id", text));
    node.put("from", period.from().toString());
    period.to().ifPresent(end -> node.put("to", end.toString()));
    if (period.standing() != FieldPeriod.Standing.PRESENT) {
      node.put("standing", period.standing().name().toLowerCase(Locale.ROOT));
    }
  }

  static FieldRegistry read(String json) {
    try {
      return read(MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the field registry is not JSON", e);
    }
  }

  static FieldRegistry read(JsonNode root) {
    List<FieldPeriod> periods = new ArrayList<>();
    for (JsonNode node : root.path("fields")) {
      periods.add(period(node));
    }
    return new FieldRegistry(Integer.parseInt(required(root, "version")), periods);
  }

  private static FieldPeriod period(JsonNode node) {
    JiraField field =
        new JiraField(
            required(node, "id"),
            required(node, "name"),
            true,
            optional(node, "schema_type"),
            optional(node, "schema_items"),
            optional(node, "schema_custom"),
            optional(node, "schema_system"),
            optional(node, "scope_project_id"));
    return new FieldPeriod(
        field,
        required(node, "column"),
        Type.parse(required(node, "type")),
        optional(node, "from").map(FieldRegistryJson::instant).orElse(Instant.EPOCH),
        optional(node, "to").map(FieldRegistryJson::instant).or(() -> endedOnce(node)),
        optional(node, "standing").map(FieldRegistryJson::standing).orElse(present()));
  }

  /** Registries without periods said only whether a column was in use. */
  private static Optional<Instant> endedOnce(JsonNode node) {
    boolean ended = !node.has("from") && !node.path("current").asBoolean(true);
    return ended ? Optional.of(Instant.EPOCH) : Optional.empty();
  }

  private static FieldPeriod.Standing present() {
    return FieldPeriod.Standing.PRESENT;
  }

  private static FieldPeriod.Standing standing(String word) {
    return FieldPeriod.Standing.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the field registry has no time in '" + text + "'", e);
    }
  }

  private static Optional<String> optional(JsonNode node, String property) {
    JsonNode value = node.path(property);
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }

  private static String required(JsonNode node, String property) {
    return optional(node, property)
        .orElseThrow(
            () -> new IllegalArgumentException("the field registry lacks '" + property + "'"));
  }
}
