package dev.sluice.pipelines.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges configurations by the published schema, as an editor does: references stay references. */
final class PublishedSchema {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(ConfigSchema.json());
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

  /** What a schema cannot know: other keys, lists of words, grammars, the environment. */
  private static final Pattern BEYOND =
      Pattern.compile(
          ".*(environment variable \\w+ is not set"
              + "|the JQL never closes a bracket"
              + "|is not below the usual rate"
              + "|on Cloud a service account works only with"
              + "|is not among the tables that are written"
              + "|is a word that SQL reserves"
              + "|is a system column"
              + "|must be another one than dataset"
              + "|is for views, and views is false).*");

  private PublishedSchema() {}

  /** Reads a text, which the schema lets pass. */
  static SluiceConfig parse(String yaml, Map<String, String> environment) {
    SluiceConfig config = ConfigFile.parse(yaml, "sluice.yaml", environment);
    accepts(yaml);
    return config;
  }

  /** Why a text is not read; the schema complains too. */
  static ConfigException refusalOf(String yaml, Map<String, String> environment) {
    ConfigException refusal =
        catchThrowableOfType(
            ConfigException.class, () -> ConfigFile.parse(yaml, "sluice.yaml", environment));
    refuses(yaml, refusal);
    return refusal;
  }

  /** What is read is let pass. */
  static void accepts(String yaml) {
    assertThat(complaints(yaml)).as(yaml).isEmpty();
  }

  /** What is refused is complained about, unless no schema could. */
  static void refuses(String yaml, ConfigException refusal) {
    boolean beyond =
        refusal.messages().stream().allMatch(message -> BEYOND.matcher(message).matches())
            || REFERENCE.matcher(yaml).find();
    assertThat(complaints(yaml).isEmpty()).as(refusal.getMessage() + "\n" + yaml).isEqualTo(beyond);
  }

  /** The complaints of the schema, or of YAML itself. */
  static List<String> complaints(String yaml) {
    Map<String, String> itself = new HashMap<>();
    Matcher reference = REFERENCE.matcher(yaml);
    while (reference.find()) {
      itself.put(reference.group(1), reference.group());
    }
    Problems problems = new Problems();
    Optional<YamlNode> document =
        YamlReader.read(yaml, new EnvironmentReferences(itself), problems);
    if (!problems.mistakes().isEmpty()) {
      return problems.mistakes().stream().map(Problem::message).toList();
    }
    JsonNode json = document.map(PublishedSchema::json).orElse(JSON.nullNode());
    return SCHEMA.validate(json).stream().map(ValidationMessage::getMessage).toList();
  }

  private static JsonNode json(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      var object = JSON.objectNode();
      mapping.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
      return object;
    }
    if (node instanceof YamlNode.Sequence sequence) {
      var array = JSON.arrayNode();
      sequence.items().forEach(item -> array.add(json(item)));
      return array;
    }
    YamlNode.Leaf leaf = (YamlNode.Leaf) node;
    return switch (leaf.kind()) {
      case TEXT -> JSON.textNode(leaf.text());
      case NUMBER -> JSON.numberNode(new BigDecimal(leaf.text()));
      case BOOLEAN -> JSON.booleanNode(Boolean.parseBoolean(leaf.text()));
      case NOTHING -> JSON.nullNode();
    };
  }
}
