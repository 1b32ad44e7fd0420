package dev.sluice.pipelines.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A configuration to begin with: what must be said, and what is often wanted, as comments.
 *
 * @param user empty for a personal access token, which names its user itself
 * @param token where the secret is
 * @param projects keys; empty for all that are visible
 * @param path of the warehouse
 */
public record StarterFile(
    String url, String user, String token, List<String> projects, String path) {

  /** Nobody has said anything yet; no part of it is missing. */
  public static final StarterFile BLANK =
      new StarterFile(
          "https://acme.atlassian.net",
          "",
          "env:JIRA_TOKEN",
          List.of(),
          SluiceConfig.DEFAULT_OUTPUT_PATH);

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_./~][A-Za-z0-9_./@:~+-]*(?<!:)");

  /** What YAML 1.1 takes for something else. */
  private static final Pattern WORDS = Pattern.compile("(?i)true|false|yes|no|on|off|y|n|null|~");

  public StarterFile {
    projects = List.copyOf(projects);
  }

  /** The same for another address. */
  public StarterFile withUrl(String other) {
    return new StarterFile(other, user, token, projects, path);
  }

  /** The same for another user. */
  public StarterFile withUser(String other) {
    return new StarterFile(url, other, token, projects, path);
  }

  /** The same with its secret elsewhere. */
  public StarterFile withToken(String other) {
    return new StarterFile(url, user, other, projects, path);
  }

  /** The same for other projects. */
  public StarterFile withProjects(List<String> other) {
    return new StarterFile(url, user, token, other, path);
  }

  /** The same with its warehouse elsewhere. */
  public StarterFile withPath(String other) {
    return new StarterFile(url, user, token, projects, other);
  }

  /**
   * What it says.
   *
   * @throws ConfigException with every mistake in the answers
   */
  public SluiceConfig read(Map<String, String> environment) {
    return ConfigFile.parse(text(), "sluice.yaml", environment);
  }

  /** The file. */
  public String text() {
    String login = user.isEmpty() ? "type: bearer" : "type: basic, user: " + scalar(user);
    String chosen = projects.stream().map(StarterFile::scalar).collect(Collectors.joining(", "));
    return """
    # yaml-language-server: $schema=%s
    # What is behind a # is optional. Editors that know the schema complete and explain every key.
    jira:
      url: %s
      # The token is a reference, never the secret itself: env:NAME, file:/path or
      # gcp-secret://projects/p/secrets/s/versions/latest
      auth: {%s, token: %s}
      # site: acme                    # column _site of every row; else the host of the url
      projects: [%s]%s
      # jql: project = MKTG AND labels = launch   # instead of projects
      budget: {requests-per-second: 10, concurrency: 8}   # hard, for the whole job
    output: {type: avro, path: %s}
    local-warehouse: duckdb           # a database beside the files, for 'sluice query'; or none
    # tables: {exclude: [attachment]}
    # fields: {watch: ["*budget*"]}   # changes of such fields are alerts
    # gate: {dead-letters: 0, count-tolerance: 0.1%%}
    # horizon: 10m                    # how far the watermark stays behind Jira's clock
    # marts: {campaign: {issue-types: [Campaign, Epic]}}
    """
        .formatted(
            ConfigSchema.FILE,
            scalar(url),
            login,
            scalar(token),
            chosen,
            projects.isEmpty() ? "                    # none: all that the account may see" : "",
            scalar(path));
  }

  private static String scalar(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !WORDS.matcher(text).matches();
    return plain ? text : JsonNodeFactory.instance.textNode(text).toString();
  }
}
