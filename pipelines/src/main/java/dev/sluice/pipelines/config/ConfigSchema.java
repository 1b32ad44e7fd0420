package dev.sluice.pipelines.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of {@code sluice.yaml}, for editors: of draft 7, which every editor knows. It is
 * made from the declarations that the file is read by.
 */
public final class ConfigSchema {

  /** The name under which it lies beside a configuration that refers to it. */
  public static final String FILE = "sluice.schema.json";

  private ConfigSchema() {}

  /** The schema; each key has its path as title. */
  public static JsonNode json() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "sluice.yaml");
    schema.put("description", "What Sluice reads, where it writes, and what a run must hold.");
    schema.setAll(ConfigFile.KEYS.schema());
    title(schema, "");
    return schema;
  }

  private static void title(JsonNode mapping, String path) {
    mapping
        .path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              String inner = path + property.getKey();
              ((ObjectNode) property.getValue()).put("title", inner);
              title(property.getValue(), inner + ".");
              title(property.getValue().path("items"), inner + ".");
            });
  }
}
