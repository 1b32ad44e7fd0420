package dev.sluice.schemas.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.schemas.type.Type;
import java.util.ArrayList;
import java.util.List;

/** {@link FieldRegistry} as the JSON of its file, indented for the people who read it. */
final class FieldRegistryJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private FieldRegistryJson() {}

  static String write(FieldRegistry registry) {
    ObjectNode root = MAPPER.createObjectNode().put("version", registry.version());
    ArrayNode fields = root.putArray("fields");
    for (FieldRegistry.Entry entry : registry.entries()) {
      fields
          .addObject()
          .put("id", entry.fieldId())
          .put("name", entry.name())
          .put("column", entry.column())
          .put("type", entry.type().text())
          .put("current", entry.current());
    }
    return root.toPrettyString();
  }

  static FieldRegistry read(String json) {
    JsonNode root = parse(json);
    List<FieldRegistry.Entry> entries = new ArrayList<>();
    for (JsonNode node : root.path("fields")) {
      entries.add(
          new FieldRegistry.Entry(
              required(node, "id"),
              required(node, "column"),
              Type.parse(required(node, "type")),
              required(node, "name"),
              node.path("current").asBoolean()));
    }
    return new FieldRegistry(Integer.parseInt(required(root, "version")), entries);
  }

  private static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the field registry is not JSON", e);
    }
  }

  private static String required(JsonNode node, String property) {
    JsonNode value = node.path(property);
    if (!value.isValueNode() || value.isNull()) {
      throw new IllegalArgumentException("the field registry lacks '" + property + "'");
    }
    return value.asText();
  }
}
