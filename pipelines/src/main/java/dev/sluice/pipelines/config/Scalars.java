package dev.sluice.pipelines.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Values of one word: text, numbers, choices, flags. */
final class Scalars {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Whatever refers to the environment is judged once it is replaced. */
  private static final String REFERENCE = "\\$\\{[^}]*\\}";

  private Scalars() {}

  /** Any text; YAML may take it for a number. */
  static Shape<String> text() {
    return new Text("text", "");
  }

  /** Any text for the reader, who says by himself what is wrong; like a pattern for editors. */
  static Shape<String> text(String form, String pattern) {
    return new Text(form, pattern);
  }

  /**
   * Text that {@code parse} understands.
   *
   * @param expectation what it must be, in words
   * @param pattern what it looks like, for editors
   */
  static <T> Shape<T> parsed(
      String expectation, String pattern, Function<String, Optional<T>> parse) {
    return new Parsed<>(expectation, pattern, parse);
  }

  static Shape<Duration> duration() {
    return parsed("a duration such as 30s or 5m", "\\d{1,6}[smhd]", DurationText::parse);
  }

  /** 0 to 1, or a percentage. */
  static Shape<Double> share(String example) {
    String pattern = "(100(\\.0*)?|\\d{1,2}(\\.\\d+)?)\\s*%|0(\\.\\d+)?|1(\\.0*)?";
    return parsed("a share such as " + example, pattern, ShareText::parse);
  }

  /** A number within bounds, both included. */
  static Shape<BigDecimal> number(String least, String most) {
    return new Figure(new BigDecimal(least), new BigDecimal(most), false);
  }

  /** The same without a fraction. */
  static Shape<BigDecimal> wholeNumber(int least, int most) {
    return new Figure(BigDecimal.valueOf(least), BigDecimal.valueOf(most), true);
  }

  /** One of several words. */
  static Shape<String> choice(String... words) {
    return new Choice(List.of(words));
  }

  static Shape<String> choice(List<String> words) {
    return new Choice(words);
  }

  static Shape<Boolean> flag() {
    return new Flag();
  }

  /** Text as the file has it; what YAML takes for a truth value is none. */
  static Optional<String> text(YamlNode node, Spot spot, String expectation) {
    if (node instanceof YamlNode.Leaf leaf && leaf.kind() != YamlNode.Kind.BOOLEAN) {
      return Optional.of(leaf.text());
    }
    spot.expected(expectation, node);
    return Optional.empty();
  }

  /** A pattern, or something with a reference to the environment. */
  static ObjectNode like(String pattern) {
    ObjectNode schema = JSON.objectNode();
    schema.putArray("type").add("string").add("number");
    if (!pattern.isEmpty()) {
      schema.put("pattern", "^(" + pattern + ")$|" + REFERENCE);
    }
    return schema;
  }

  /** One of the words, or a reference to the environment. */
  static ObjectNode oneOf(List<String> words) {
    ObjectNode schema = JSON.objectNode();
    var either = schema.putArray("anyOf");
    var known = either.addObject().put("type", "string").putArray("enum");
    words.forEach(known::add);
    either.addObject().put("type", "string").put("pattern", REFERENCE);
    return schema;
  }

  /** Words as people tell them apart. */
  static String quoted(List<String> words) {
    return "`" + String.join("`, `", words) + "`";
  }

  private record Text(String form, String pattern) implements Shape<String> {

    @Override
    public Optional<String> read(YamlNode node, Spot spot) {
      return text(node, spot, "text");
    }

    @Override
    public ObjectNode schema() {
      return like(pattern);
    }
  }

  private record Parsed<T>(String expectation, String pattern, Function<String, Optional<T>> parse)
      implements Shape<T> {

    @Override
    public Optional<T> read(YamlNode node, Spot spot) {
      Optional<String> text = text(node, spot, expectation);
      Optional<T> result = text.flatMap(parse);
      if (text.isPresent() && result.isEmpty()) {
        spot.problem("expected " + expectation + ", not '" + text.get() + "'");
      }
      return result;
    }

    @Override
    public ObjectNode schema() {
      ObjectNode schema = like(pattern);
      schema.put("patternErrorMessage", "expected " + expectation);
      return schema;
    }

    @Override
    public String form() {
      return expectation;
    }
  }

  private record Figure(BigDecimal least, BigDecimal most, boolean whole)
      implements Shape<BigDecimal> {

    @Override
    public Optional<BigDecimal> read(YamlNode node, Spot spot) {
      String expectation = "a number from " + least.toPlainString() + " to " + most.toPlainString();
      Optional<BigDecimal> number = new Parsed<>(expectation, "", Figure::decimal).read(node, spot);
      if (number.isPresent() && (isBelow(number.get(), least) || isBelow(most, number.get()))) {
        spot.problem("expected " + expectation + ", not " + number.get().toPlainString());
        return Optional.empty();
      }
      if (number.isPresent() && whole && number.get().stripTrailingZeros().scale() > 0) {
        spot.problem("expected a whole number, not " + number.get().toPlainString());
        return Optional.empty();
      }
      return number;
    }

    @Override
    public ObjectNode schema() {
      ObjectNode schema = JSON.objectNode();
      schema.putArray("type").add(whole ? "integer" : "number").add("string");
      schema.put("minimum", least).put("maximum", most);
      schema.put("pattern", "^\\s*[+-]?[\\d.]+\\s*$|" + REFERENCE);
      return schema;
    }

    @Override
    public String form() {
      return (whole ? "" : "a number, ") + least.toPlainString() + " to " + most.toPlainString();
    }

    private static boolean isBelow(BigDecimal one, BigDecimal other) {
      return one.compareTo(other) < 0;
    }

    private static Optional<BigDecimal> decimal(String text) {
      try {
        return Optional.of(new BigDecimal(text.strip()));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
  }

  private record Choice(List<String> words) implements Shape<String> {

    @Override
    public Optional<String> read(YamlNode node, Spot spot) {
      String expectation = words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words);
      return new Parsed<>(expectation, "", word -> Optional.of(word).filter(words::contains))
          .read(node, spot);
    }

    @Override
    public ObjectNode schema() {
      return oneOf(words);
    }

    @Override
    public String form() {
      return quoted(words);
    }
  }

  private record Flag() implements Shape<Boolean> {

    @Override
    public Optional<Boolean> read(YamlNode node, Spot spot) {
      if (node instanceof YamlNode.Leaf leaf && leaf.kind() == YamlNode.Kind.BOOLEAN) {
        return Optional.of(Boolean.parseBoolean(leaf.text()));
      }
      spot.expected("true or false", node);
      return Optional.empty();
    }

    @Override
    public ObjectNode schema() {
      return JSON.objectNode().put("type", "boolean");
    }

    @Override
    public String form() {
      return "`true`, `false`";
    }
  }
}
