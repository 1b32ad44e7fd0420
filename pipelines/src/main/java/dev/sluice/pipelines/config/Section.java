package dev.sluice.pipelines.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one mapping of the file. Every key that is asked for is known; {@link #finish()} reports
 * the others. A value that does not fit is reported and read as absent, so that reading goes on.
 */
final class Section {

  private final String path;
  private final List<Key<?>> declared;
  private final YamlNode.Mapping mapping;
  private final Problems problems;
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * @param keys all that may be asked for
   */
  Section(String path, Keys keys, YamlNode.Mapping mapping, Problems problems) {
    this.path = path;
    this.declared = keys.all();
    this.mapping = mapping;
    this.problems = problems;
  }

  /** The value of a key; empty when it is absent, or does not fit and is reported. */
  <T> Optional<T> get(Key<T> key) {
    return value(key).flatMap(node -> key.shape().read(node, spot(key.name())));
  }

  /** The mapping under a key; an empty one when the key is absent, so that defaults apply. */
  Section section(Key<Section> key) {
    return get(key).orElseGet(() -> empty(key));
  }

  /** The items of a list; none when the key is absent. */
  <T> List<T> list(Key<List<T>> key) {
    return get(key).orElse(List.of());
  }

  boolean has(Key<?> key) {
    return value(key).isPresent();
  }

  /** Whether the file has this key, whatever it holds; asking does not make it known. */
  boolean mentions(String name) {
    return mapping.entries().containsKey(name);
  }

  /** The text of a key, when it is one; nothing is reported. */
  Optional<String> peek(Key<String> key) {
    return value(key)
        .filter(YamlNode.Leaf.class::isInstance)
        .map(node -> ((YamlNode.Leaf) node).text());
  }

  /** Reports a mistake at a key, or at the section when the key is absent. */
  void problem(Key<?> key, String message) {
    known.add(key.name());
    problem(key.name(), message);
  }

  /** The same for a key that is not one of them. */
  void problem(String name, String message) {
    spot(name).problem(message);
  }

  /** Reports the keys that nobody asked for. */
  void finish() {
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                problems.add(entry.line(), "unknown key " + pathOf(key) + suggestion(key));
              }
            });
  }

  private String suggestion(String key) {
    return NearestWord.among(known, key)
        .map(nearest -> " (did you mean " + pathOf(nearest) + "?)")
        .orElseGet(() -> " (known here: " + String.join(", ", known) + ")");
  }

  private Optional<YamlNode> value(Key<?> key) {
    if (!declared.contains(key)) {
      throw new IllegalArgumentException(pathOf(key.name()) + " is not declared");
    }
    known.add(key.name());
    return Optional.ofNullable(mapping.entries().get(key.name()))
        .map(YamlNode.Entry::value)
        .filter(node -> !YamlNode.isNothing(node));
  }

  private Section empty(Key<Section> key) {
    Keys inner = ((Structures.Inner) key.shape()).keys();
    Spot spot = spot(key.name());
    return new Section(spot.path(), inner, new YamlNode.Mapping(spot.line(), Map.of()), problems);
  }

  private Spot spot(String name) {
    YamlNode.Entry entry = mapping.entries().get(name);
    return new Spot(pathOf(name), entry == null ? mapping.line() : entry.line(), problems);
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
