package dev.sluice.pipelines.config;

import dev.sluice.schemas.mart.MartChoices;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code sluice.yaml}. All keys that the product will ever know are known here, so that a
 * file stays valid. What this version cannot do yet is refused, key by key, since somebody would
 * rely on it without noticing that nothing happens ({@code alerts}).
 */
public final class ConfigFile {

  private ConfigFile() {}

  /**
   * Reads and checks a file.
   *
   * @param environment what <code>${NAME}</code> refers to
   * @throws ConfigException with every mistake of the file
   */
  public static SluiceConfig read(Path file, Map<String, String> environment) {
    return parse(content(file), file.toString(), environment);
  }

  /**
   * Reads and checks a text that came from somewhere called {@code name}.
   *
   * @throws ConfigException with every mistake of the text
   */
  public static SluiceConfig parse(String text, String name, Map<String, String> environment) {
    Problems problems = new Problems();
    Optional<YamlNode> document =
        YamlReader.read(text, new EnvironmentReferences(environment), problems);
    Optional<SluiceConfig> config = Optional.empty();
    if (document.isPresent() && document.get() instanceof YamlNode.Mapping mapping) {
      config = root(new Section("", mapping, problems), name, problems);
    } else if (problems.mistakes().isEmpty()) {
      problems.add(1, "expected keys such as 'jira:' and 'output:'");
    }
    if (!problems.mistakes().isEmpty()) {
      throw ConfigException.of(name, problems.mistakes());
    }
    return config.orElseThrow();
  }

  private static Optional<SluiceConfig> root(Section root, String name, Problems problems) {
    Optional<JiraConfig> jira = Optional.empty();
    if (root.has("jira")) {
      jira = JiraSection.read(root.section("jira"));
    } else {
      root.problem("jira", "is missing; it says which Jira to read");
    }
    TablesConfig tables = TablesSection.read(root.section("tables"));
    FieldsConfig fields = FieldsSection.read(root.section("fields"));
    GateConfig gate = gate(root.section("gate"));
    boolean local =
        !root.choice("local-warehouse", List.of("duckdb", "none")).equals(Optional.of("none"));
    if (root.has("alerts")) {
      root.notYet("alerts", "leave it out, and let the scheduler act on the exit code");
    }
    Duration horizon = horizon(root);
    SweepConfig sweep = sweep(root.section("sweep"));
    MartChoices marts = MartsSection.read(root.section("marts"));
    OutputConfig output = OutputSection.read(root.section("output"), marts);
    root.finish();
    List<String> warnings =
        problems.warnings().stream().map(w -> ConfigException.located(name, w)).toList();
    return jira.map(
        found ->
            new SluiceConfig(
                found, tables, fields, marts, output, gate, horizon, sweep, local, warnings));
  }

  private static Duration horizon(Section root) {
    Optional<Duration> horizon = root.duration("horizon");
    if (horizon.filter(length -> length.compareTo(Duration.ofMinutes(1)) < 0).isPresent()) {
      root.problem("horizon", "expected a minute or more: JQL has no finer grain");
    }
    return horizon.orElse(SluiceConfig.DEFAULT_HORIZON);
  }

  private static GateConfig gate(Section gate) {
    GateConfig config =
        new GateConfig(
            gate.wholeNumber("dead-letters", 0, 1_000_000_000)
                .map(Integer::longValue)
                .orElse(GateConfig.DEFAULT.deadLetters()),
            gate.parsed("count-tolerance", "a share such as 0.1%", ShareText::parse)
                .orElse(GateConfig.DEFAULT.countTolerance()));
    gate.finish();
    return config;
  }

  private static SweepConfig sweep(Section sweep) {
    SweepConfig config =
        new SweepConfig(
            sweep
                .parsed("max-deleted", "a share such as 5%", ShareText::parse)
                .orElse(SweepConfig.DEFAULT.maxDeleted()),
            sweep.flag("thorough").orElse(SweepConfig.DEFAULT.thorough()));
    sweep.finish();
    return config;
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ConfigException(
          List.of("there is no configuration file " + file),
          "write one, or name it with --config; 'sluice demo' needs none");
    } catch (CharacterCodingException e) {
      throw new ConfigException(List.of(file + " is not UTF-8 text"), "save it as UTF-8");
    } catch (IOException e) {
      throw new ConfigException(
          List.of("cannot read " + file + ": " + reason(e)), "check its permissions");
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replaceAll("Exception$", "").toLowerCase(Locale.ROOT);
  }
}
