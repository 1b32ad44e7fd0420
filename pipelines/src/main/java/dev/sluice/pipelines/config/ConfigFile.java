package dev.sluice.pipelines.config;

import dev.sluice.schemas.mart.MartChoices;
import java.io.IOException;
import java.math.BigDecimal;
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

  private static final Key<Section> JIRA =
      Key.of("jira", Structures.mapping(JiraSection.KEYS), "Which Jira to read, and how.");
  private static final Key<Section> TABLES =
      Key.of("tables", Structures.mapping(TablesSection.KEYS), "What is written.");
  private static final Key<Section> FIELDS =
      Key.of(
          "fields",
          Structures.mapping(FieldsSection.KEYS),
          "Custom fields: their columns, and what to do when they change.");
  private static final Key<Section> OUTPUT =
      Key.of("output", Structures.mapping(OutputSection.KEYS), "Where the warehouse is.");
  private static final Key<BigDecimal> DEAD_LETTERS =
      Key.of(
              "dead-letters",
              Scalars.wholeNumber(0, 1_000_000_000),
              "How many rows may be set aside before a run ends with 65.")
          .standing(Long.toString(GateConfig.DEFAULT.deadLetters()));
  private static final Key<Double> COUNT_TOLERANCE =
      Key.of(
              "count-tolerance",
              Scalars.share("0.1%"),
              "How far Cloud's estimate of a shard may be from what was read.")
          .standing("0.1%");
  private static final Key<Section> GATE =
      Key.of(
          "gate",
          Structures.mapping(Keys.of(DEAD_LETTERS, COUNT_TOLERANCE)),
          "What a run must hold to be published as complete.");
  private static final Key<String> LOCAL_WAREHOUSE =
      Key.of(
              "local-warehouse",
              Scalars.choice("duckdb", "none"),
              "Whether a database beside the files is kept up to date.")
          .standing("duckdb");
  private static final Key<Boolean> ALERTS =
      Key.of(
          "alerts",
          Structures.notYet("leave it out, and let the scheduler act on the exit code"),
          "Whom to tell when a run fails.");
  private static final Key<Duration> HORIZON =
      Key.of(
              "horizon",
              Scalars.duration(),
              "How far the watermark stays behind the server's clock; a minute or more.")
          .standing("10m");
  private static final Key<Double> MAX_DELETED =
      Key.of(
              "max-deleted",
              Scalars.share("5%"),
              "A sweep stops when more of the known issues are missing.")
          .standing("5%");
  private static final Key<Boolean> THOROUGH =
      Key.of("thorough", Scalars.flag(), "Compare what hangs on the issues too.").standing("false");
  private static final Key<Section> SWEEP =
      Key.of("sweep", Structures.mapping(Keys.of(MAX_DELETED, THOROUGH)), "How a sweep is made.");
  private static final Key<Section> MARTS =
      Key.of("marts", Structures.mapping(MartsSection.KEYS), "What the views are told.");

  /** All keys of the file. */
  static final Keys KEYS =
      Keys.of(JIRA, TABLES, FIELDS, OUTPUT, GATE, LOCAL_WAREHOUSE, ALERTS, HORIZON, SWEEP, MARTS)
          .requiring(JIRA);

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
      config = root(new Section("", KEYS, mapping, problems), name, problems);
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
    if (root.has(JIRA)) {
      jira = JiraSection.read(root.section(JIRA));
    } else {
      root.problem(JIRA, "is missing; it says which Jira to read");
    }
    TablesConfig tables = TablesSection.read(root.section(TABLES));
    FieldsConfig fields = FieldsSection.read(root.section(FIELDS));
    GateConfig gate = gate(root.section(GATE));
    boolean local = !root.get(LOCAL_WAREHOUSE).equals(Optional.of("none"));
    var unused = root.get(ALERTS);
    Duration horizon = horizon(root);
    SweepConfig sweep = sweep(root.section(SWEEP));
    MartChoices marts = MartsSection.read(root.section(MARTS));
    OutputConfig output = OutputSection.read(root.section(OUTPUT), marts);
    root.finish();
    List<String> warnings =
        problems.warnings().stream().map(w -> ConfigException.located(name, w)).toList();
    return jira.map(
        found ->
            new SluiceConfig(
                found, tables, fields, marts, output, gate, horizon, sweep, local, warnings));
  }

  private static Duration horizon(Section root) {
    Optional<Duration> horizon = root.get(HORIZON);
    if (horizon.filter(length -> length.compareTo(Duration.ofMinutes(1)) < 0).isPresent()) {
      root.problem(HORIZON, "expected a minute or more: JQL has no finer grain");
    }
    return horizon.orElse(SluiceConfig.DEFAULT_HORIZON);
  }

  private static GateConfig gate(Section gate) {
    GateConfig config =
        new GateConfig(
            gate.get(DEAD_LETTERS).map(Number::longValue).orElse(GateConfig.DEFAULT.deadLetters()),
            gate.get(COUNT_TOLERANCE).orElse(GateConfig.DEFAULT.countTolerance()));
    gate.finish();
    return config;
  }

  private static SweepConfig sweep(Section sweep) {
    SweepConfig config =
        new SweepConfig(
            sweep.get(MAX_DELETED).orElse(SweepConfig.DEFAULT.maxDeleted()),
            sweep.get(THOROUGH).orElse(SweepConfig.DEFAULT.thorough()));
    sweep.finish();
    return config;
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ConfigException(
          List.of("there is no configuration file " + file),
          "make one with 'sluice init', or name it with --config; 'sluice demo' needs none");
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
