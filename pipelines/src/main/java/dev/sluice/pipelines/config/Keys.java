package dev.sluice.pipelines.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys a mapping of the file may have.
 *
 * @param always those it may have in any case
 * @param required the names of those of them it must have
 * @param variants what it may have besides, by the value of one of them
 * @param apart the names of two of which it may have one
 */
record Keys(
    List<Key<?>> always, List<String> required, List<Variant> variants, List<String> apart) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /**
   * Keys that go with one value of another key.
   *
   * @param usual whether it is the one when the other key is absent
   */
  record Variant(
      Key<String> by, String value, boolean usual, List<Key<?>> required, List<Key<?>> more) {

    Stream<Key<?>> keys() {
      return Stream.concat(required.stream(), more.stream());
    }
  }

  Keys {
    always = List.copyOf(always);
    variants = List.copyOf(variants);
  }

  static Keys of(Key<?>... keys) {
    return new Keys(List.of(keys), List.of(), List.of(), List.of());
  }

  static Keys of(List<Key<?>> keys) {
    return new Keys(keys, List.of(), List.of(), List.of());
  }

  /** The same; these must be there. */
  Keys requiring(Key<?>... keys) {
    return new Keys(always, Stream.of(keys).map(Key::name).toList(), variants, apart);
  }

  /** The same; of these two, one may hold something. */
  Keys apart(Key<?> one, Key<?> other) {
    return new Keys(always, required, variants, List.of(one.name(), other.name()));
  }

  /** The same, with what goes with one value of a key. */
  Keys when(Key<String> by, String value, List<Key<?>> needed, List<Key<?>> more) {
    return and(new Variant(by, value, false, needed, more));
  }

  /** The same, for the value that holds when the key is absent. */
  Keys usually(Key<String> by, String value, List<Key<?>> more) {
    return and(new Variant(by, value, true, List.of(), more));
  }

  private Keys and(Variant variant) {
    return new Keys(
        always, required, Stream.concat(variants.stream(), Stream.of(variant)).toList(), apart);
  }

  /** All there are, each once. */
  List<Key<?>> all() {
    return Stream.concat(always.stream(), variants.stream().flatMap(Variant::keys))
        .distinct()
        .toList();
  }

  /** The mapping as JSON Schema. */
  ObjectNode schema() {
    ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    all().forEach(key -> properties.set(key.name(), property(key)));
    if (!required.isEmpty()) {
      names(required, schema.putArray("required"));
    }
    if (!variants.isEmpty()) {
      ArrayNode rules = schema.putArray("allOf");
      variants.forEach(variant -> rules.add(rule(variant)));
    }
    if (!apart.isEmpty()) {
      ObjectNode both = schema.putObject("not");
      names(apart, both.putArray("required"));
      ObjectNode filled = both.putObject("properties");
      apart.forEach(name -> filled.putObject(name).put("minItems", 1));
    }
    return schema;
  }

  private ObjectNode property(Key<?> key) {
    ObjectNode schema = key.shape().schema();
    schema.put("description", key.says());
    key.standard().ifPresent(value -> schema.set("default", written(value)));
    if (!key.examples().isEmpty()) {
      ArrayNode examples = schema.putArray("examples");
      key.examples().forEach(example -> examples.add(written(example)));
    }
    // A mapping or list of which every line is commented out is as good as absent.
    JsonNode type = schema.path("type");
    boolean emptiable = type.asText().equals("object") || type.asText().equals("array");
    if (emptiable && !required.contains(key.name())) {
      schema.putArray("type").add(type).add("null");
    }
    return schema;
  }

  private ObjectNode rule(Variant variant) {
    ObjectNode rule = JSON.objectNode();
    ObjectNode condition = rule.putObject("if");
    String by = variant.by().name();
    condition.putObject("properties").putObject(by).put("const", variant.value());
    if (!variant.usual()) {
      condition.putArray("required").add(by);
    }
    ObjectNode consequence = rule.putObject("then");
    names(variant.required().stream().map(Key::name).toList(), consequence.putArray("required"));
    ObjectNode forbidden = consequence.putObject("properties");
    List<Key<?>> allowed = variant.keys().toList();
    variants.stream()
        .filter(other -> other.by().equals(variant.by()))
        .flatMap(Variant::keys)
        .filter(key -> !allowed.contains(key))
        .forEach(key -> forbidden.set(key.name(), BooleanNode.FALSE));
    return rule;
  }

  private static void names(List<String> names, ArrayNode array) {
    names.forEach(array::add);
  }

  /** What YAML makes of it. */
  private static JsonNode written(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not YAML: " + text, e);
    }
  }
}
