package dev.sluice.duckdb;

import dev.sluice.schemas.avro.AvroSchemas;
import dev.sluice.schemas.avro.RowBuilder;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** Writes runs as the pipeline publishes them. */
final class Published {

  static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  private final WarehouseStore store;
  private int runs;

  Published(Path folder) {
    this.store = WarehouseStore.at(folder.toString());
  }

  WarehouseStore store() {
    return store;
  }

  static Table table(String name) {
    return Tables.all(FieldColumns.none()).stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The next run, an hour after the last. */
  Run run() {
    return new Run(++runs);
  }

  /** One run that is being written. */
  final class Run {

    private final int number;
    private final Map<Table, List<GenericRecord>> rows = new LinkedHashMap<>();

    private Run(int number) {
      this.number = number;
    }

    String id() {
      return "run-%04d".formatted(number);
    }

    Instant readAt() {
      return START.plusSeconds(3600L * number);
    }

    /** A row, with its lineage where the table has one. */
    Run with(Table table, Map<String, ?> values) {
      RowBuilder row = RowBuilder.of(table).withAll(values);
      if (table.column("_run_id").isPresent()) {
        row.with("_site", "acme").with("_run_id", id()).with("_shard_id", "s0");
        row.with("_read_at", readAt());
      }
      rows.computeIfAbsent(table, any -> new ArrayList<>()).add(row.build().record());
      return this;
    }

    Run with(String table, Map<String, ?> values) {
      return with(table(table), values);
    }

    Run tombstone(String issueId, Instant detectedAt) {
      return with(
          "_tombstone",
          Map.of(
              "issue_id", issueId, "reason", "deleted", "detected_at", detectedAt, "run_id", id()));
    }

    void publish() {
      with(
          "_run",
          Map.of(
              "run_id",
              id(),
              "status",
              "ok",
              "interval_to",
              readAt(),
              "watermark",
              readAt(),
              "finished_at",
              readAt()));
      Interval interval = new Interval(START, readAt());
      Map<String, Manifest.TableFiles> tables = new TreeMap<>();
      rows.forEach(
          (table, records) ->
              tables.put(
                  table.name(),
                  new Manifest.TableFiles(
                      records.size(), List.of(write(table, records, interval)))));
      Manifest manifest =
          new Manifest(id(), "acme", RunStatus.OK, readAt(), readAt(), interval, readAt(), tables);
      store.write(WarehouseLayout.manifest(id()), Documents.write(manifest));
    }

    private Manifest.DataFile write(Table table, List<GenericRecord> records, Interval interval) {
      Schema schema = AvroSchemas.of(table, Stage.UTC);
      String path = WarehouseLayout.dataFile(table.name(), interval, id(), "s0");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataFileWriter<GenericRecord> writer =
          new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
        writer.create(schema, bytes);
        for (GenericRecord record : records) {
          writer.append(record);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      store.write(path, bytes.toByteArray());
      return new Manifest.DataFile(
          path,
          records.size(),
          bytes.size(),
          Long.toHexString(SchemaNormalization.parsingFingerprint64(schema)));
    }
  }
}
