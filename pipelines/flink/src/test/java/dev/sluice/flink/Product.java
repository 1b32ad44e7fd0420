package dev.sluice.flink;

import static java.time.Instant.EPOCH;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.pipelines.cli.Console;
import dev.sluice.pipelines.cli.Main;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** Runs the program as a scheduler does, at a fixed time, into a warehouse of its own. */
final class Product {

  static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  static final String USER = "a@b.c";
  static final String TOKEN = "s3cr3t-t0ken-canary";

  private static final List<String> OF_THE_RUN = List.of("_run_id", "_shard_id", "_read_at");

  private final Path folder;
  private final Clock clock;

  Product(Path folder, Clock clock) {
    this.clock = clock;
    try {
      this.folder = Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a command left: exit code and both streams. */
  record Result(int exitCode, String out, String err) {}

  Product configured(URI jira, String budget) {
    try {
      Path token = Files.writeString(folder.resolve("token"), TOKEN);
      Files.writeString(
          folder.resolve("sluice.yaml"),
          """
          jira:
            url: %s
            auth: {type: basic, user: %s, token: "file:%s"}
            site: acme
            budget: {%s}
          output: {type: avro, path: %s}
          local-warehouse: none
          """
              .formatted(jira, USER, token, budget, folder.resolve("warehouse")));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the job's main class, without a verb. */
  Result execute(String... options) {
    List<String> arguments = new ArrayList<>(List.of("--config=" + folder.resolve("sluice.yaml")));
    arguments.addAll(List.of(options));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        Console.unattended(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int exitCode = Main.execute(arguments.toArray(String[]::new), console, Map.of(), clock);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  WarehouseStore store() {
    return WarehouseStore.at(folder.resolve("warehouse").toString());
  }

  Manifest newestManifest() {
    return store().list(WarehouseLayout.manifest("*")).stream()
        .map(path -> Documents.read(store().read(path).orElseThrow(), Manifest.class))
        .max(Comparator.comparing(Manifest::runId))
        .orElseThrow();
  }

  /** What each shard of a run has in a column of {@code _shard}. */
  Map<String, String> shards(Manifest manifest, String column) {
    Map<String, String> values = new TreeMap<>();
    read(manifest, Tables.SHARD.name())
        .forEach(
            row -> values.put(row.get("shard_id").toString(), String.valueOf(row.get(column))));
    return values;
  }

  /** When each shard was finished that is remembered, in the form of {@link #shards}. */
  Map<String, String> rememberedShards() {
    Map<String, String> finished = new TreeMap<>();
    for (String path : store().list(WarehouseLayout.finishedShard("*", "*"))) {
      JsonNode report =
          Documents.read(store().read(path).orElseThrow(), JsonNode.class).at("/reports/0");
      Instant at = Instant.parse(report.path("finished_at").asText());
      finished.put(
          report.path("shard_id").asText(), Long.toString(ChronoUnit.MICROS.between(EPOCH, at)));
    }
    return finished;
  }

  /**
   * Every row of every data table of the newest run, as often as it is there, without what says
   * which run and shard it came from.
   */
  Map<String, Map<String, Integer>> rows() {
    Map<String, Map<String, Integer>> tables = new TreeMap<>();
    Manifest manifest = newestManifest();
    for (String table : manifest.tables().keySet()) {
      if (!table.startsWith("_")) {
        Map<String, Integer> rows = new HashMap<>();
        read(manifest, table).forEach(row -> rows.merge(text(row), 1, Integer::sum));
        tables.put(table, rows);
      }
    }
    return tables;
  }

  /** The rows of a table as the manifest has them. */
  List<GenericRecord> read(Manifest manifest, String table) {
    List<GenericRecord> rows = new ArrayList<>();
    for (Manifest.DataFile file : manifest.table(table).files()) {
      try (DataFileStream<GenericRecord> stream =
          new DataFileStream<>(store().open(file.path()), new GenericDatumReader<>())) {
        stream.forEach(rows::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return rows;
  }

  private static String text(GenericRecord row) {
    StringBuilder text = new StringBuilder();
    row.getSchema().getFields().stream()
        .filter(field -> !OF_THE_RUN.contains(field.name()))
        .forEach(field -> text.append(row.get(field.pos())).append('|'));
    return text.toString();
  }
}
