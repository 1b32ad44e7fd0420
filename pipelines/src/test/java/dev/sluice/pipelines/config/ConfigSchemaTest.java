package dev.sluice.pipelines.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema and the reader know the same keys and let the same files pass. */
final class ConfigSchemaTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String NOBODY = "zzzzzzzzzzzz";

  @Test
  void everyKeyOfTheSchemaIsRead() {
    List<Place> places = places();

    assertThat(places).hasSizeGreaterThan(60);
    for (Place place : places) {
      ObjectNode file = place.file(wrong(place.key().shape()));
      assertThat(messages(file))
          .as(place.path())
          .anyMatch(message -> message.contains(": " + place.path() + ": "));
    }
  }

  @Test
  void everyKeyThatIsReadIsOneOfTheSchema() {
    for (Place place : mappings()) {
      ObjectNode file = place.file(JSON.objectNode().put(NOBODY, 1));
      JsonNode mapping = schemaAt(place.path());
      JsonNode properties = mapping.path("items").path("properties");
      properties = properties.isObject() ? properties : mapping.path("properties");

      List<String> known = known(messages(file), place.path() + "." + NOBODY);
      assertThat(known).as(place.path()).isNotEmpty();
      assertThat(names(properties)).as(place.path()).containsAll(known);
    }
    assertThat(known(messages(JSON.objectNode().put(NOBODY, 1)), NOBODY))
        .containsExactlyInAnyOrderElementsOf(names(ConfigSchema.json().path("properties")));
  }

  @Test
  void everyKeyIsExplainedAndWhatIsUsualAndWhatIsShownIsRight() {
    List<String> paths = new ArrayList<>();
    for (Place place : places()) {
      JsonNode key = schemaAt(place.path());
      paths.add(place.path());
      assertThat(key.path("title").asText()).isEqualTo(place.path().replaceAll("\\[\\d+]", ""));
      assertThat(key.path("description").asText()).as(place.path()).endsWith(".");
      Stream.concat(
              Optional.ofNullable(key.get("default")).stream(),
              Stream.of(key.path("examples")).flatMap(all -> elements(all).stream()))
          .forEach(
              value ->
                  assertThat(messages(place.file(value)))
                      .as(place.path() + " " + value)
                      .noneMatch(message -> message.contains(place.path() + ": expected")));
    }
    assertThat(paths).contains("jira.budget.quiet-hours[0].zone", "fields.changes.removed");
  }

  @Test
  void whatIsSaidToBeUsualIsWhatHoldsWithoutTheKey() {
    int compared = 0;
    for (Place place : places()) {
      JsonNode usual = schemaAt(place.path()).get("default");
      ObjectNode with = place.file(usual == null ? JSON.nullNode() : usual);
      ObjectNode without = place.file(JSON.nullNode());
      // A reaction that is written down is kept as such; what is usual is asked of the policy.
      boolean comparable = !place.path().startsWith("fields.changes.");
      if (usual != null && comparable && messages(without).isEmpty()) {
        assertThat(parsed(with)).as(place.path()).isEqualTo(parsed(without));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(20);
  }

  @Test
  void everyConfigurationOfTheDocumentationIsLetPass() throws IOException {
    int found = 0;
    for (Path page : pages()) {
      String text = Files.readString(page, StandardCharsets.UTF_8);
      Matcher yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(text);
      while (yaml.find()) {
        if (yaml.group(1).contains("jira:\n  url:")) {
          PublishedSchema.accepts(yaml.group(1));
          found++;
        }
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(2);
  }

  @Test
  void theFileToBeginWithIsReadAndLetPass() {
    for (String user : List.of("", "you@acme.com", "o'neil \"x\": y", "no")) {
      StarterFile file =
          StarterFile.BLANK
              .withUser(user)
              .withToken("file:/run/my secrets/token")
              .withProjects(List.of("MKTG", "NO", "1X"))
              .withPath("./a b: c");

      SluiceConfig read = file.read(Map.of());
      PublishedSchema.accepts(file.text());
      assertThat(read.jira().projects()).containsExactly("MKTG", "NO", "1X");
      assertThat(read.outputPath()).isEqualTo("./a b: c");
      assertThat(read.jira().auth().token()).isEqualTo("file:/run/my secrets/token");
      assertThat(read.jira().auth())
          .isEqualTo(
              user.isEmpty()
                  ? new AuthConfig.Bearer("file:/run/my secrets/token", Optional.empty())
                  : new AuthConfig.Basic(user, "file:/run/my secrets/token", Optional.empty()));
    }
  }

  @Test
  void whatTheFileToBeginWithHasInCommentsIsRight() {
    String text = StarterFile.BLANK.text().replaceAll("(?m)^( *)# (?!yaml-)(?=[a-z-]+: )", "$1");
    String offered = text.replaceAll("(?m)^  jql: .*$\n", "");

    assertThat(offered).contains("\nmarts: {", "\n  site: acme", "\nhorizon: 10m");
    ConfigFile.parse(offered, "sluice.yaml", Map.of());
    PublishedSchema.accepts(offered);
  }

  /** A key with the file in which it stands. */
  private record Place(String path, Key<?> key, List<Keys.Variant> chosen) {

    /** A file that is right but for what this key holds. */
    ObjectNode file(JsonNode value) {
      ObjectNode file = JSON.objectNode();
      ObjectNode jira = file.putObject("jira");
      jira.put("url", "https://jira.example.org");
      jira.putObject("auth").put("type", "bearer").put("token", "env:T");
      ObjectNode here = file;
      String[] steps = path.split("\\.", -1);
      for (int i = 0; i < steps.length - 1; i++) {
        String name = steps[i].replace("[0]", "");
        if (steps[i].endsWith("[0]")) {
          here = here.putArray(name).addObject();
        } else {
          JsonNode next = here.path(name);
          here = next instanceof ObjectNode there ? there : here.putObject(name);
        }
        choose(here, String.join(".", Arrays.copyOf(steps, i + 1)));
      }
      String last = steps[steps.length - 1];
      if (key.shape() instanceof Structures.Rows && value.isObject()) {
        here.putArray(last).add(value);
      } else {
        here.set(last, value);
      }
      return file;
    }

    private void choose(ObjectNode mapping, String at) {
      for (Keys.Variant variant : chosen) {
        if (at.equals("jira.auth") || at.equals("output")) {
          mapping.put(variant.by().name(), variant.value());
        }
      }
    }
  }

  private static List<Place> places() {
    List<Place> places = new ArrayList<>();
    walk("", ConfigFile.KEYS, List.of(), places::add);
    return places;
  }

  private static List<Place> mappings() {
    return places().stream()
        .filter(
            place ->
                place.key().shape() instanceof Structures.Inner
                    || place.key().shape() instanceof Structures.Rows)
        .toList();
  }

  private static void walk(
      String prefix, Keys keys, List<Keys.Variant> chosen, Consumer<Place> visit) {
    for (Key<?> key : keys.all()) {
      List<Keys.Variant> here = new ArrayList<>(chosen);
      keys.variants().stream()
          .filter(variant -> variant.keys().anyMatch(key::equals))
          .limit(1)
          .forEach(here::add);
      String path = prefix + key.name();
      visit.accept(new Place(path, key, here));
      if (key.shape() instanceof Structures.Inner inner) {
        walk(path + ".", inner.keys(), here, visit);
      } else if (key.shape() instanceof Structures.Rows rows) {
        walk(path + "[0].", rows.keys(), here, visit);
      }
    }
  }

  /** A mapping where there should be a word or a list, a number where there should be more. */
  private static JsonNode wrong(Shape<?> shape) {
    String type = shape.schema().path("type").asText();
    return type.equals("object") || type.equals("array")
        ? JSON.numberNode(1)
        : JSON.objectNode().put("a", 1);
  }

  private static List<String> messages(ObjectNode file) {
    ConfigException refusal =
        catchThrowableOfType(
            ConfigException.class,
            () -> ConfigFile.parse(file.toString(), "sluice.yaml", Map.of()));
    return refusal == null ? List.of() : refusal.messages();
  }

  private static SluiceConfig parsed(ObjectNode file) {
    return ConfigFile.parse(file.toString(), "sluice.yaml", Map.of());
  }

  private static List<String> known(List<String> messages, String path) {
    Pattern list = Pattern.compile(".*unknown key (\\S+) \\(known here: (.*)\\)");
    return messages.stream()
        .map(list::matcher)
        .filter(match -> match.matches() && match.group(1).replace("[0]", "").equals(path))
        .flatMap(match -> Stream.of(match.group(2).split(", ", -1)))
        .toList();
  }

  private static JsonNode schemaAt(String path) {
    JsonNode schema = ConfigSchema.json();
    for (String step : path.split("\\.", -1)) {
      schema = schema.path("properties").path(step.replace("[0]", ""));
      if (step.endsWith("[0]")) {
        schema = schema.path("items");
      }
    }
    return schema;
  }

  private static Set<String> names(JsonNode properties) {
    Set<String> names = new TreeSet<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<JsonNode> elements(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements;
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("../README.md")));
    try (Stream<Path> docs = Files.walk(Path.of("../docs"))) {
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }
}
