package dev.sluice.schemas.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.sluice.schemas.value.Absence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A way down into a JSON object, with alternatives where the editions of Jira differ: the first one
 * that leads to a value that is not null wins.
 */
final class JsonPath implements Source<JsonNode> {

  /** Stands for a value with another shape than the path expects; fits no column's type. */
  private static final JsonNode ODD = new POJONode(null);

  private final String[][] alternatives;
  private final Optional<String> fieldId;

  private JsonPath(String[][] alternatives, Optional<String> fieldId) {
    this.alternatives = alternatives;
    this.fieldId = fieldId;
  }

  /** Below the element itself. */
  static JsonPath at(String... names) {
    return new JsonPath(new String[][] {names.clone()}, Optional.empty());
  }

  /** Below {@code fields} of an issue; the first name is the field's id. */
  static JsonPath field(String... names) {
    String[] path = new String[names.length + 1];
    path[0] = "fields";
    System.arraycopy(names, 0, path, 1, names.length);
    return new JsonPath(new String[][] {path}, Optional.of(names[0]));
  }

  /** A person's id: {@code accountId} on Cloud, {@code key} or, on old servers, {@code name}. */
  JsonPath personId() {
    return or("accountId", "key", "name");
  }

  private JsonPath or(String... lastNames) {
    List<String[]> paths =
        Arrays.stream(lastNames)
            .map(
                last -> {
                  String[] path = Arrays.copyOf(alternatives[0], alternatives[0].length + 1);
                  path[path.length - 1] = last;
                  return path;
                })
            .toList();
    return new JsonPath(paths.toArray(String[][]::new), fieldId);
  }

  /** This path, or the other one where this one leads to nothing. */
  JsonPath orElse(JsonPath other) {
    String[][] both = Arrays.copyOf(alternatives, alternatives.length + other.alternatives.length);
    System.arraycopy(other.alternatives, 0, both, alternatives.length, other.alternatives.length);
    return new JsonPath(both, fieldId);
  }

  @Override
  public JsonNode in(JsonNode element) {
    for (String[] alternative : alternatives) {
      JsonNode node = walk(element, alternative);
      if (!node.isMissingNode() && !node.isNull()) {
        return node;
      }
    }
    return MissingNode.getInstance();
  }

  @Override
  public Optional<String> fieldId() {
    return fieldId;
  }

  private static JsonNode walk(JsonNode element, String[] names) {
    JsonNode node = element;
    for (String name : names) {
      if (!node.isObject()) {
        return Absence.of(node) ? MissingNode.getInstance() : ODD;
      }
      node = node.path(name);
    }
    return node;
  }
}
