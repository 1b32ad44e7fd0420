package dev.sluice.pipelines.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads YAML into {@link YamlNode}s. Duplicate keys are reported; anchors and aliases are not part
 * of this configuration's YAML.
 */
final class YamlReader {

  private final YAMLParser parser;
  private final EnvironmentReferences environment;
  private final Problems problems;

  private YamlReader(YAMLParser parser, EnvironmentReferences environment, Problems problems) {
    this.parser = parser;
    this.environment = environment;
    this.problems = problems;
  }

  /** The document, or empty when the text holds none or is no YAML (then a problem says so). */
  static Optional<YamlNode> read(
      String text, EnvironmentReferences environment, Problems problems) {
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      YamlReader reader = new YamlReader(parser, environment, problems);
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      return Optional.of(reader.node());
    } catch (JsonProcessingException e) {
      problems.add(lineOf(e), "not valid YAML: " + reasonOf(e));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot parse YAML", e);
    }
  }

  private YamlNode node() throws IOException {
    int line = line();
    JsonToken token = parser.currentToken();
    if (parser.isCurrentAlias()) {
      problems.add(line, "YAML aliases (*name) are not supported");
      return new YamlNode.Leaf(line, "", YamlNode.Kind.NOTHING);
    }
    return switch (token) {
      case START_OBJECT -> mapping(line);
      case START_ARRAY -> sequence(line);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> leaf(line, YamlNode.Kind.NUMBER);
      case VALUE_TRUE, VALUE_FALSE -> leaf(line, booleanOrWord());
      case VALUE_NULL -> leaf(line, YamlNode.Kind.NOTHING);
      default -> leaf(line, YamlNode.Kind.TEXT);
    };
  }

  /** YAML 1.1 takes NO and ON for booleans; here they are project keys. */
  private YamlNode.Kind booleanOrWord() throws IOException {
    return parser.getText().matches("(?i)true|false") ? YamlNode.Kind.BOOLEAN : YamlNode.Kind.TEXT;
  }

  private YamlNode mapping(int line) throws IOException {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.getCurrentName();
      int keyLine = line();
      parser.nextToken();
      YamlNode.Entry entry = new YamlNode.Entry(keyLine, node());
      YamlNode.Entry earlier = entries.putIfAbsent(key, entry);
      if (earlier != null) {
        problems.add(
            keyLine, "'" + key + "' is given twice (first on line " + earlier.line() + ")");
      }
    }
    return new YamlNode.Mapping(line, entries);
  }

  private YamlNode sequence(int line) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return new YamlNode.Sequence(line, items);
  }

  private YamlNode leaf(int line, YamlNode.Kind kind) throws IOException {
    String text = parser.getText();
    return new YamlNode.Leaf(line, environment.replaceIn(text, line, problems), kind);
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private static int lineOf(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
  }

  /** SnakeYAML's full message quotes the line, which may hold a secret. */
  private static String reasonOf(JsonProcessingException e) {
    return e.getCause() instanceof MarkedYAMLException marked && marked.getProblem() != null
        ? marked.getProblem()
        : "cannot be read here";
  }
}
