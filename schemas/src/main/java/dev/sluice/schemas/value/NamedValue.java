package dev.sluice.schemas.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.type.Struct;
import dev.sluice.schemas.type.Structs;
import dev.sluice.schemas.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A single value as people know it: an id, where it has one, and a name or text.
 *
 * @param id null for values that are only text
 * @param text null for no value
 */
public record NamedValue(@Nullable String id, @Nullable String text) {

  private static final NamedValue NONE = new NamedValue(null, null);

  /**
   * Returns the value of one JSON value, which is not a list. Total: what is not of the type, and
   * what the type says nothing about, is the text of its JSON.
   */
  public static NamedValue of(Type type, JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return NONE;
    }
    if (value.isValueNode()) {
      return type.equals(Structs.SPRINT)
          ? SprintText.parse(value.asText())
              .map(sprint -> named(Structs.SPRINT, sprint))
              .orElseGet(() -> new NamedValue(null, value.asText()))
          : new NamedValue(null, value.asText());
    }
    if (type instanceof Struct struct && value.isObject()) {
      return named(struct, value);
    }
    boolean identified = type == Scalar.JSON && value.path("id").isValueNode();
    return new NamedValue(identified ? value.path("id").asText() : null, value.toString());
  }

  /** Every record a column can hold begins with an id and a name. */
  private static NamedValue named(Struct struct, JsonNode value) {
    JsonNode id = first(value, struct.members().get(0).sources());
    JsonNode name = first(value, struct.members().get(1).sources());
    return id.isMissingNode() && name.isMissingNode()
        ? new NamedValue(null, value.toString())
        : new NamedValue(text(id), text(name));
  }

  private static JsonNode first(JsonNode object, List<String> names) {
    for (String name : names) {
      JsonNode node = object.path(name);
      if (node.isValueNode() && !node.isNull()) {
        return node;
      }
    }
    return MissingNode.getInstance();
  }

  private static @Nullable String text(JsonNode node) {
    return node.isMissingNode() ? null : node.asText();
  }
}
