package dev.sluice.simulator.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes stored JSON, with every person in it as the edition shows people. */
record TreeWriter(Edition edition) {
  void write(JsonGenerator generator, JsonNode node) throws IOException {
    if (node instanceof ObjectNode object) {
      if (person(object)) {
        writePerson(generator, object);
      } else if (object.has("tmpFromAccountId") || object.has("tmpToAccountId")) {
        write(generator, changeOfPerson(object));
      } else {
        generator.writeStartObject();
        for (Iterator<Map.Entry<String, JsonNode>> i = object.fields(); i.hasNext(); ) {
          Map.Entry<String, JsonNode> field = i.next();
          generator.writeFieldName(field.getKey());
          write(generator, field.getValue());
        }
        generator.writeEndObject();
      }
    } else if (node.isArray()) {
      generator.writeStartArray();
      for (JsonNode element : node) {
        write(generator, element);
      }
      generator.writeEndArray();
    } else {
      generator.writeTree(node);
    }
  }

  void writeAll(JsonGenerator generator, Iterable<? extends JsonNode> nodes) throws IOException {
    generator.writeStartArray();
    for (JsonNode node : nodes) {
      write(generator, node);
    }
    generator.writeEndArray();
  }

  /** A stored change names people by the ids of both editions: each answers with its own. */
  private ObjectNode changeOfPerson(ObjectNode item) {
    ObjectNode shown = item.deepCopy();
    name(shown, "from", shown.remove("tmpFromAccountId"));
    name(shown, "to", shown.remove("tmpToAccountId"));
    return shown;
  }

  private void name(ObjectNode item, String side, @Nullable JsonNode accountId) {
    if (edition == Edition.CLOUD && accountId != null && accountId.isTextual()) {
      item.set(side, accountId);
    }
  }

  private static boolean person(ObjectNode object) {
    return object.get("displayName") != null
        && (object.get("accountId") != null
            || object.get("key") != null
            || object.get("name") != null);
  }

  /**
   * A person stored by one edition keeps its identity in the other: Cloud shows the key as
   * accountId, Data Center the accountId as key and name.
   */
  private void writePerson(JsonGenerator generator, ObjectNode person) throws IOException {
    boolean cloud = edition == Edition.CLOUD;
    generator.writeStartObject();
    if (person.get("self") != null) {
      generator.writeStringField("self", person.get("self").asText());
    }
    if (cloud) {
      generator.writeStringField("accountId", identity(person, "accountId", "key", "name"));
      generator.writeStringField("accountType", person.path("accountType").asText("atlassian"));
    } else {
      generator.writeStringField("name", identity(person, "name", "key", "accountId"));
      generator.writeStringField("key", identity(person, "key", "name", "accountId"));
    }
    for (Iterator<Map.Entry<String, JsonNode>> i = person.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> field = i.next();
      switch (field.getKey()) {
        case "self", "accountId", "accountType", "name", "key" -> {}
        default -> {
          generator.writeFieldName(field.getKey());
          write(generator, field.getValue());
        }
      }
    }
    if (person.get("active") == null) {
      generator.writeBooleanField("active", true);
    }
    generator.writeEndObject();
  }

  private static String identity(ObjectNode person, String... properties) {
    for (String property : properties) {
      if (person.path(property).isTextual()) {
        return person.path(property).textValue();
      }
    }
    return "";
  }
}
