package dev.sluice.pipelines;

import dev.sluice.pipelines.cli.Console;
import dev.sluice.pipelines.cli.Main;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunSummary;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.simulator.JiraSimulator;
import dev.sluice.simulator.api.Edition;
import dev.sluice.simulator.site.MarketingSite;
import dev.sluice.simulator.site.Site;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** Runs the program as its users do, against a simulated Jira, at a fixed time. */
final class Sluice {

  static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  static final String TOKEN = "s3cr3t-t0ken-canary";

  private final Path folder;
  private final Path secrets;
  private String localWarehouse = "none";
  private String answers = "";
  private Map<String, String> environment = Map.of();

  /** Works in a folder of its own below {@code parent}; secrets lie beside it. */
  Sluice(Path parent) {
    try {
      this.folder = Files.createDirectories(parent.resolve("work"));
      this.secrets = Files.createDirectories(parent.resolve("secrets"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a command left: exit code and both streams. */
  record Result(int exitCode, String out, String err) {}

  static Site site(int issues) {
    return MarketingSite.seeded(7, issues, NOW);
  }

  static JiraSimulator jira(Edition edition, Site site, String... faults) {
    return JiraSimulator.builder()
        .site(site)
        .edition(edition)
        .credentials("a@b.c", TOKEN)
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .faults(List.of(faults))
        .start();
  }

  /** Keeps a database beside the files from the next configuration on. */
  Sluice withLocalWarehouse() {
    localWarehouse = "duckdb";
    return this;
  }

  /** Answers what it is asked from now on, a line each. */
  Sluice answering(String... lines) {
    answers = String.join("\n", lines);
    return this;
  }

  /** Has these variables in its environment from now on. */
  Sluice within(Map<String, String> variables) {
    environment = variables;
    return this;
  }

  /** The configuration. */
  Path config() {
    return folder.resolve("sluice.yaml");
  }

  /** Writes a configuration with these lines below {@code jira:}. */
  Sluice configured(URI url, String... jiraLines) {
    StringBuilder yaml = new StringBuilder("jira:\n  url: " + url + "\n");
    yaml.append("  auth: {type: basic, user: a@b.c, token: file:" + secret(TOKEN) + "}\n");
    yaml.append("  site: acme\n");
    yaml.append("  budget: {requests-per-second: 1000, concurrency: 4}\n");
    Arrays.stream(jiraLines).forEach(line -> yaml.append("  ").append(line).append('\n'));
    yaml.append("output: {type: avro, path: ").append(warehouse()).append("}\n");
    yaml.append("local-warehouse: ").append(localWarehouse).append("\n");
    return written(yaml.toString());
  }

  /** Adds lines to the configuration. */
  Sluice adding(String... lines) {
    try {
      Path file = folder.resolve("sluice.yaml");
      return written(Files.readString(file) + String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that holds a secret, outside of everything that is searched for leaks. */
  Path secret(String text) {
    try {
      return Files.writeString(secrets.resolve("token-" + text.hashCode()), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Sluice written(String yaml) {
    try {
      Files.writeString(folder.resolve("sluice.yaml"), yaml);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Result execute(String... arguments) {
    return execute(Clock.fixed(NOW, ZoneOffset.UTC), arguments);
  }

  Result execute(Clock clock, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--config=" + folder.resolve("sluice.yaml"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        Console.unattended(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .answering(new BufferedReader(new StringReader(answers)));
    int exitCode = Main.execute(all.toArray(String[]::new), console, environment, clock);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Starts the program as a process of its own, by the real clock. */
  Process start(String... arguments) throws IOException {
    return start(Map.of(), arguments);
  }

  /** The same, with more variables in its environment. */
  Process start(Map<String, String> environment, String... arguments) throws IOException {
    return start(environment, command(arguments));
  }

  /** The same, with what the shell is told first, such as the limits of a process. */
  Process startWithin(String shell, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", "-c", shell + "; exec \"$@\"", "bash"));
    command.addAll(command(arguments));
    return start(Map.of(), command);
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(JiraToWarehouse.class.getName());
    command.addAll(List.of(arguments));
    command.add("--config=" + folder.resolve("sluice.yaml"));
    return command;
  }

  private Process start(Map<String, String> environment, List<String> command) throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
    process.environment().putAll(environment);
    return process.start();
  }

  /** What the processes of its own tell. */
  Path output() {
    return folder.resolve("output.txt");
  }

  Path warehouse() {
    return folder.resolve("warehouse");
  }

  /** The manifests, oldest run first. */
  List<Manifest> manifests() {
    try (Stream<Path> files = Files.walk(warehouse())) {
      return files
          .filter(file -> file.endsWith("manifest.json"))
          .sorted()
          .map(file -> Documents.read(bytes(file), Manifest.class))
          .sorted(Comparator.comparing(Manifest::runId))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the run of a manifest told. */
  RunSummary summary(Manifest manifest) {
    Path file = warehouse().resolve(WarehouseLayout.summary(manifest.runId()));
    return Documents.read(bytes(file), RunSummary.class);
  }

  Manifest newestManifest() {
    List<Manifest> all = manifests();
    return all.stream().max(Comparator.comparing(Manifest::finishedAt)).orElseThrow();
  }

  /** Every file below the working folder, whatever it holds. */
  List<Path> files() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a table as its manifest has them, ordered by {@code id} where there is one. */
  List<GenericRecord> rows(Manifest manifest, String table) {
    List<GenericRecord> rows = new ArrayList<>();
    for (Manifest.DataFile file : manifest.table(table).files()) {
      try (DataFileReader<GenericRecord> reader =
          new DataFileReader<>(
              warehouse().resolve(file.path()).toFile(), new GenericDatumReader<>())) {
        reader.forEach(rows::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    rows.sort(Comparator.comparing(row -> row.hasField("id") ? row.get("id").toString() : ""));
    return rows;
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
