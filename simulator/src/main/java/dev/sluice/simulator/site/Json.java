package dev.sluice.simulator.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Makes JSON nodes as Jira's answers hold them. */
final class Json {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String ADDRESS = "https://jira.example.com";

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static JsonNode text(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }

  static byte[] bytes(JsonNode json) {
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON that was just read cannot be written", e);
    }
  }

  /** Parses what {@link #bytes} wrote, or what was read before. */
  static ObjectNode parse(byte[] text) {
    try {
      return (ObjectNode) MAPPER.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException("An issue that was read before cannot be read again", e);
    }
  }

  /** The address of a resource of the platform API. */
  static String self(String path) {
    return ADDRESS + "/rest/api/2/" + path;
  }

  /** The address of a resource of the agile API. */
  static String agile(String path) {
    return ADDRESS + "/rest/agile/1.0/" + path;
  }

  static String address(String path) {
    return ADDRESS + path;
  }

  /** {@code self, id, name}: the least that every named thing of Jira has. */
  static ObjectNode named(String resource, String id, String name) {
    return object().put("self", self(resource + "/" + id)).put("id", id).put("name", name);
  }
}
