package dev.sluice.gcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/**
 * JSON that BigQuery's type can hold, as {@code SAFE.PARSE_JSON} with {@code wide_number_mode =>
 * 'round'} would make it: numbers are rounded to a double. What this cannot hold either, or is
 * nested too deep, becomes a JSON string.
 */
final class JsonText {

  private static final int DEEPEST = 500;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private JsonText() {}

  static String of(String text) {
    try {
      return rounded(JSON.readTree(text), 0)
          .map(JsonNode::toString)
          .orElseGet(() -> TextNode.valueOf(text).toString());
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text).toString();
    }
  }

  private static Optional<JsonNode> rounded(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    if (node.isFloatingPointNumber() || node.isBigInteger()) {
      double number = node.doubleValue();
      return Double.isInfinite(number) ? Optional.empty() : Optional.of(DoubleNode.valueOf(number));
    }
    if (node instanceof ObjectNode object) {
      for (String name : (Iterable<String>) object::fieldNames) {
        Optional<JsonNode> member = rounded(object.get(name), depth + 1);
        if (member.isEmpty()) {
          return Optional.empty();
        }
        object.set(name, member.get());
      }
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        Optional<JsonNode> element = rounded(array.get(i), depth + 1);
        if (element.isEmpty()) {
          return Optional.empty();
        }
        array.set(i, element.get());
      }
    }
    return Optional.of(node);
  }
}
