package dev.sluice.pipelines.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipelines.config.ConfigException;
import dev.sluice.pipelines.config.JiraConfig;
import dev.sluice.pipelines.config.NearestWord;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.pipelines.run.Connections;
import dev.sluice.pipelines.run.Scopes;
import dev.sluice.pipelines.run.WarehouseRoot;
import dev.sluice.transforms.jira.JiraClient;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tries the parts of a configuration that is being made, one by one. Each method says what it
 * found, or throws what a run would.
 */
public final class Tryout {

  /** More keys than this are no help to somebody who chooses. */
  private static final int SHOWN = 12;

  private final SluiceConfig config;

  /** For a configuration of which only the parts that are tried need to be right. */
  public Tryout(SluiceConfig config) {
    this.config = config;
  }

  /** Whether a server is there; sends nothing of HTTP. */
  public String reach() {
    JiraConfig jira = config.jira();
    Connections.to(jira).requireSafe();
    return Reach.describe(jira.url(), jira.transport(), jira.timeouts().connect());
  }

  /** Whether the secret is where the reference says; sends nothing to Jira. */
  public String secret() {
    try (JiraClient client = open()) {
      client.prepareLogin();
      return config.jira().auth().token() + " is readable";
    }
  }

  /** What Jira it is, and who the login is. */
  public String login() {
    try (JiraClient client = open()) {
      String server = Checkup.describe(client.serverInfo());
      return "Jira " + server + "; logged in as " + Checkup.describe(client.myself());
    }
  }

  /** Some of the projects that the account may see. */
  public String visibleProjects() {
    try (JiraClient client = open()) {
      List<String> keys = keys(client.projects());
      String first = String.join(", ", keys.subList(0, Math.min(SHOWN, keys.size())));
      return keys.size() <= SHOWN ? first : first + " and " + (keys.size() - SHOWN) + " more";
    }
  }

  /**
   * How many issues the projects have.
   *
   * @throws ConfigException when one of them is not shown to the account
   */
  public String issues() {
    try (JiraClient client = open()) {
      List<JsonNode> visible = client.projects();
      List<String> unknown =
          config.jira().projects().stream()
              .filter(word -> visible.stream().noneMatch(project -> goesBy(project, word)))
              .map(word -> "the account sees no project " + word + meant(word, keys(visible)))
              .toList();
      if (!unknown.isEmpty()) {
        throw new ConfigException(
            unknown, "check the keys, and the account's permission Browse Projects");
      }
      return client.count(Scopes.allIssues(config.jira())) + " issues";
    }
  }

  /** Whether the warehouse can be written. */
  public String output() {
    WarehouseRoot root = WarehouseRoot.at(config.outputPath());
    root.requireWritable();
    return root.location() + " is writable";
  }

  private JiraClient open() {
    return JiraClient.open(Connections.to(config.jira()).withPatience(Checkup.SHORT));
  }

  private static List<String> keys(List<JsonNode> projects) {
    return projects.stream().map(project -> project.path("key").asText()).sorted().toList();
  }

  private static boolean goesBy(JsonNode project, String word) {
    return Stream.of("key", "id", "name")
        .anyMatch(name -> project.path(name).asText().equalsIgnoreCase(word));
  }

  private static String meant(String word, List<String> keys) {
    Optional<String> nearest = NearestWord.among(keys, word.toUpperCase(Locale.ROOT));
    return nearest.map(key -> " (did you mean " + key + "?)").orElse("");
  }
}
