package dev.sluice.transforms.jira;

import com.fasterxml.jackson.databind.JsonNode;

/** Readers of bodies small enough to be held as a tree. */
final class Bodies {
  private Bodies() {}

  /** Reads any object or array. */
  static BodyReader<JsonNode> any() {
    return (body, arrival) -> Json.tree(body);
  }

  static BodyReader<JsonNode> array() {
    return (body, arrival) -> {
      JsonNode tree = Json.tree(body);
      if (!tree.isArray()) {
        throw new UnexpectedShapeException("not an array");
      }
      return tree;
    };
  }

  static BodyReader<JsonNode> object() {
    return (body, arrival) -> {
      JsonNode tree = Json.tree(body);
      if (!tree.isObject()) {
        throw new UnexpectedShapeException("not an object");
      }
      return tree;
    };
  }

  /** Reads an object that has an array of this name: without it nothing came, not an empty list. */
  static BodyReader<JsonNode> objectWith(String array) {
    return (body, arrival) -> {
      JsonNode tree = Json.tree(body);
      if (!tree.path(array).isArray()) {
        throw new UnexpectedShapeException("an object without the array " + array);
      }
      return tree;
    };
  }

  /** Reads a number that an object must hold under this name. */
  static BodyReader<Long> number(String name) {
    return (body, arrival) -> {
      JsonNode value = Json.tree(body).path(name);
      if (!value.isIntegralNumber() || !value.canConvertToLong()) {
        throw new UnexpectedShapeException("an object without the number " + name);
      }
      return value.asLong();
    };
  }
}
