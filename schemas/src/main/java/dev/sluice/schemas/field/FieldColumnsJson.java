package dev.sluice.schemas.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link FieldColumns} as JSON: one object a column, absent properties left out. */
final class FieldColumnsJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FieldColumnsJson() {}

  static String write(FieldColumns columns) {
    return tree(columns).toString();
  }

  static ArrayNode tree(FieldColumns columns) {
    ArrayNode array = MAPPER.createArrayNode();
    columns.columns().forEach(column -> write(column, array.addObject()));
    columns.leftOut().forEach(column -> write(column, array.addObject().put("left_out", true)));
    return array;
  }

  private static void write(FieldColumn column, ObjectNode node) {
    JiraField field = column.field();
    node.put("id", field.id()).put("name", field.name());
    node.put("column", column.column()).put("type", column.type().text());
    node.put("custom", field.custom());
    field.schemaType().ifPresent(text -> node.put("schema_type", text));
    field.schemaItems().ifPresent(text -> node.put("schema_items", text));
    field.schemaCustom().ifPresent(text -> node.put("schema_custom", text));
    field.schemaSystem().ifPresent(text -> node.put("schema_system", text));
    field.scopeProjectId().ifPresent(text -> node.put("scope_project_id", text));
    if (!column.formerNames().isEmpty()) {
      column.formerNames().forEach(node.putArray("former_names")::add);
    }
  }

  static FieldColumns read(String json) {
    return read(parse(json));
  }

  static FieldColumns read(JsonNode array) {
    List<FieldColumn> columns = new ArrayList<>();
    List<FieldColumn> leftOut = new ArrayList<>();
    for (JsonNode node : array) {
      JiraField field =
          new JiraField(
              required(node, "id"),
              required(node, "name"),
              node.path("custom").asBoolean(true),
              optional(node, "schema_type"),
              optional(node, "schema_items"),
              optional(node, "schema_custom"),
              optional(node, "schema_system"),
              optional(node, "scope_project_id"));
      List<String> formerNames = new ArrayList<>();
      node.path("former_names").forEach(name -> formerNames.add(name.asText()));
      (node.path("left_out").asBoolean() ? leftOut : columns)
          .add(
              new FieldColumn(
                  field,
                  required(node, "column"),
                  Type.parse(required(node, "type")),
                  formerNames));
    }
    return new FieldColumns(columns, leftOut);
  }

  private static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("field columns are not JSON", e);
    }
  }

  private static Optional<String> optional(JsonNode node, String property) {
    return Optional.ofNullable(node.get(property)).map(JsonNode::asText);
  }

  private static String required(JsonNode node, String property) {
    return optional(node, property)
        .orElseThrow(() -> new IllegalArgumentException("a field column lacks '" + property + "'"));
  }
}
