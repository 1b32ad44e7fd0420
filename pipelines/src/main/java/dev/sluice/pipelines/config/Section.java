package dev.sluice.pipelines.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads one mapping of the file. Every key that is asked for is known; {@link #finish()} reports
 * the others. A value that does not fit is reported and read as absent, so that reading goes on.
 */
final class Section {

  private final String path;
  private final YamlNode.Mapping mapping;
  private final Problems problems;
  private final Set<String> known = new LinkedHashSet<>();

  Section(String path, YamlNode.Mapping mapping, Problems problems) {
    this.path = path;
    this.mapping = mapping;
    this.problems = problems;
  }

  /** The mapping under a key; an empty one when the key is absent, so that defaults apply. */
  Section section(String key) {
    Optional<YamlNode> value = value(key);
    if (value.isPresent() && value.get() instanceof YamlNode.Mapping found) {
      return new Section(pathOf(key), found, problems);
    }
    value.ifPresent(node -> expected(key, "a mapping of keys", node));
    return new Section(pathOf(key), new YamlNode.Mapping(lineOf(key), Map.of()), problems);
  }

  /** The mappings of a list; empty when the key is absent. */
  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    Optional<YamlNode> value = value(key);
    if (value.isPresent() && value.get() instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (item instanceof YamlNode.Mapping found) {
          sections.add(new Section(pathOf(key) + "[" + sections.size() + "]", found, problems));
        } else {
          expected(key, "a list of mappings", item);
        }
      }
    } else {
      value.ifPresent(node -> expected(key, "a list of mappings", node));
    }
    return List.copyOf(sections);
  }

  boolean has(String key) {
    return value(key).isPresent();
  }

  Optional<String> text(String key) {
    return value(key).flatMap(node -> text(key, node, "text"));
  }

  /** The text of a key, when it is one; nothing is reported. */
  Optional<String> peek(String key) {
    return value(key)
        .filter(YamlNode.Leaf.class::isInstance)
        .map(node -> ((YamlNode.Leaf) node).text());
  }

  /** Text that {@code parse} understands. */
  <T> Optional<T> parsed(String key, String expectation, Function<String, Optional<T>> parse) {
    Optional<String> text = value(key).flatMap(node -> text(key, node, expectation));
    Optional<T> result = text.flatMap(parse);
    if (text.isPresent() && result.isEmpty()) {
      problem(key, "expected " + expectation + ", not '" + text.get() + "'");
    }
    return result;
  }

  Optional<Duration> duration(String key) {
    return parsed(key, "a duration such as 30s or 5m", DurationText::parse);
  }

  /** A number within bounds, both included. */
  Optional<BigDecimal> number(String key, String least, String most) {
    String expectation = "a number from " + least + " to " + most;
    return parsed(key, expectation, Section::decimal)
        .filter(
            number -> {
              boolean fits =
                  number.compareTo(new BigDecimal(least)) >= 0
                      && number.compareTo(new BigDecimal(most)) <= 0;
              if (!fits) {
                problem(key, "expected " + expectation + ", not " + number.toPlainString());
              }
              return fits;
            });
  }

  Optional<Integer> wholeNumber(String key, int least, int most) {
    return number(key, Integer.toString(least), Integer.toString(most))
        .flatMap(
            number -> {
              if (number.stripTrailingZeros().scale() > 0) {
                problem(key, "expected a whole number, not " + number.toPlainString());
                return Optional.empty();
              }
              return Optional.of(number.intValue());
            });
  }

  /** One of several words. */
  Optional<String> choice(String key, List<String> words) {
    return parsed(
        key,
        words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words),
        word -> words.contains(word) ? Optional.of(word) : Optional.empty());
  }

  Optional<Boolean> flag(String key) {
    return value(key)
        .flatMap(
            node -> {
              if (node instanceof YamlNode.Leaf leaf && leaf.kind() == YamlNode.Kind.BOOLEAN) {
                return Optional.of(Boolean.parseBoolean(leaf.text()));
              }
              expected(key, "true or false", node);
              return Optional.empty();
            });
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    value(key)
        .ifPresent(
            node -> {
              if (node instanceof YamlNode.Sequence sequence) {
                sequence.items().forEach(item -> text(key, item, "text").ifPresent(texts::add));
              } else {
                expected(key, "a list such as [A, B]", node);
              }
            });
    return List.copyOf(texts);
  }

  /** A mapping whose keys are the user's own. */
  Map<String, String> textByName(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    Section section = section(key);
    for (String name : section.mapping.entries().keySet()) {
      section.text(name).ifPresent(text -> texts.put(name, text));
    }
    return texts;
  }

  /** Reports a value that asks for something this version cannot do. */
  void notYet(String key, String instead) {
    problem(key, "not supported yet; " + instead);
  }

  /** Reports a mistake at a key, or at the section when the key is absent. */
  void problem(String key, String message) {
    known.add(key);
    problems.add(lineOf(key), pathOf(key) + ": " + message);
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

  private Optional<YamlNode> value(String key) {
    known.add(key);
    return Optional.ofNullable(mapping.entries().get(key))
        .map(YamlNode.Entry::value)
        .filter(
            node -> !(node instanceof YamlNode.Leaf leaf && leaf.kind() == YamlNode.Kind.NOTHING));
  }

  private Optional<String> text(String key, YamlNode node, String expectation) {
    if (node instanceof YamlNode.Leaf leaf && leaf.kind() != YamlNode.Kind.BOOLEAN) {
      return Optional.of(leaf.text());
    }
    expected(key, expectation, node);
    return Optional.empty();
  }

  private void expected(String key, String expectation, YamlNode found) {
    problems.add(
        found.line(),
        pathOf(key) + ": expected " + expectation + ", not " + YamlNode.describe(found));
  }

  private int lineOf(String key) {
    YamlNode.Entry entry = mapping.entries().get(key);
    return entry == null ? mapping.line() : entry.line();
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static Optional<BigDecimal> decimal(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
