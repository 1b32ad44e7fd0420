package dev.sluice.pipelines.config;

import java.util.List;
import java.util.Map;

/** A YAML document that still knows on which line each of its parts stands. */
sealed interface YamlNode {

  /** Counted from 1. */
  int line();

  /** Keys in the order of the file. */
  record Mapping(int line, Map<String, Entry> entries) implements YamlNode {}

  /** The value of a key; the line is the key's. */
  record Entry(int line, YamlNode value) {}

  record Sequence(int line, List<YamlNode> items) implements YamlNode {}

  /** A scalar as it is written, references to the environment replaced. */
  record Leaf(int line, String text, Kind kind) implements YamlNode {}

  /** What YAML takes a scalar for. */
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    NOTHING
  }

  /** Whether it is a key without a value. */
  static boolean isNothing(YamlNode node) {
    return node instanceof Leaf leaf && leaf.kind() == Kind.NOTHING;
  }

  /** In words, for an error that says what was found instead of what was expected. */
  static String describe(YamlNode node) {
    if (node instanceof Mapping) {
      return "a mapping";
    }
    if (node instanceof Sequence) {
      return "a list";
    }
    return switch (((Leaf) node).kind()) {
      case TEXT -> "text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NOTHING -> "nothing";
    };
  }
}
