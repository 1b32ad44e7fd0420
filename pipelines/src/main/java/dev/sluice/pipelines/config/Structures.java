package dev.sluice.pipelines.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of several parts: lists and mappings. */
final class Structures {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Structures() {}

  /** A mapping of declared keys. */
  static Inner mapping(Keys keys) {
    return new Inner(keys);
  }

  /** A list of mappings of declared keys. */
  static Rows mappings(Keys keys) {
    return new Rows(keys);
  }

  /** A list of texts. */
  static Shape<List<String>> texts() {
    return new Texts(List.of());
  }

  /** The same, of which editors know the words. */
  static Shape<List<String>> texts(List<String> words) {
    return new Texts(words);
  }

  /**
   * A mapping whose keys are the user's own.
   *
   * @param names what they look like, for editors
   * @param values what their values look like, for editors
   */
  static Shape<Map<String, String>> named(String names, String values) {
    return new Named(names, values);
  }

  /** What this version cannot do, whatever the value. */
  static Shape<Boolean> notYet(String instead) {
    return new NotYet(instead);
  }

  /** See {@link #mapping}. */
  record Inner(Keys keys) implements Shape<Section> {

    @Override
    public Optional<Section> read(YamlNode node, Spot spot) {
      if (node instanceof YamlNode.Mapping found) {
        return Optional.of(new Section(spot.path(), keys, found, spot.problems()));
      }
      spot.expected("a mapping of keys", node);
      return Optional.empty();
    }

    @Override
    public ObjectNode schema() {
      return keys.schema();
    }

    @Override
    public String form() {
      return "";
    }
  }

  /** See {@link #mappings}. */
  record Rows(Keys keys) implements Shape<List<Section>> {

    @Override
    public Optional<List<Section>> read(YamlNode node, Spot spot) {
      if (!(node instanceof YamlNode.Sequence sequence)) {
        spot.expected("a list of mappings", node);
        return Optional.empty();
      }
      List<Section> sections = new ArrayList<>();
      for (YamlNode item : sequence.items()) {
        if (item instanceof YamlNode.Mapping found) {
          String place = spot.path() + "[" + sections.size() + "]";
          sections.add(new Section(place, keys, found, spot.problems()));
        } else {
          spot.expected("a list of mappings", item);
        }
      }
      return Optional.of(List.copyOf(sections));
    }

    @Override
    public ObjectNode schema() {
      ObjectNode schema = JSON.objectNode().put("type", "array");
      schema.set("items", keys.schema());
      return schema;
    }

    @Override
    public String form() {
      return "a list of mappings";
    }
  }

  private record Texts(List<String> words) implements Shape<List<String>> {

    @Override
    public Optional<List<String>> read(YamlNode node, Spot spot) {
      if (!(node instanceof YamlNode.Sequence sequence)) {
        spot.expected("a list such as [A, B]", node);
        return Optional.empty();
      }
      List<String> texts = new ArrayList<>();
      sequence.items().forEach(item -> Scalars.text(item, spot, "text").ifPresent(texts::add));
      return Optional.of(List.copyOf(texts));
    }

    @Override
    public ObjectNode schema() {
      ObjectNode schema = JSON.objectNode().put("type", "array");
      schema.set("items", words.isEmpty() ? Scalars.like("") : Scalars.oneOf(words));
      return schema;
    }

    @Override
    public String form() {
      return "a list";
    }
  }

  private record Named(String names, String values) implements Shape<Map<String, String>> {

    @Override
    public Optional<Map<String, String>> read(YamlNode node, Spot spot) {
      if (!(node instanceof YamlNode.Mapping mapping)) {
        spot.expected("a mapping of keys", node);
        return Optional.empty();
      }
      Map<String, String> texts = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach(
              (name, entry) -> {
                Spot inner = new Spot(spot.path() + "." + name, entry.line(), spot.problems());
                if (!YamlNode.isNothing(entry.value())) {
                  Scalars.text(entry.value(), inner, "text")
                      .ifPresent(text -> texts.put(name, text));
                }
              });
      return Optional.of(texts);
    }

    @Override
    public ObjectNode schema() {
      ObjectNode schema = JSON.objectNode().put("type", "object");
      schema.putObject("propertyNames").put("pattern", "^(" + names + ")$");
      schema.set("additionalProperties", Scalars.like(values));
      return schema;
    }

    @Override
    public String form() {
      return "a mapping";
    }
  }

  private record NotYet(String instead) implements Shape<Boolean> {

    @Override
    public Optional<Boolean> read(YamlNode node, Spot spot) {
      spot.problem("not supported yet; " + instead);
      return Optional.empty();
    }

    @Override
    public ObjectNode schema() {
      ObjectNode schema = JSON.objectNode();
      schema.putObject("not");
      return schema;
    }

    @Override
    public String form() {
      return "not supported yet";
    }
  }
}
