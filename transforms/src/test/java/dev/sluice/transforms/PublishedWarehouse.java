package dev.sluice.transforms;

import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.avro.RowBuilder;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.Interval;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunStatus;
import dev.sluice.schemas.layout.WarehouseLayout;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.store.WarehouseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A warehouse as runs leave it, told run by run; runs end in the order in which they are told. */
public final class PublishedWarehouse {

  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final Interval INTERVAL = new Interval(START, START.plusSeconds(60));

  private final WarehouseStore store;
  private int runs;

  public PublishedWarehouse(Path folder) {
    this.store = WarehouseStore.at(folder.toString());
  }

  public WarehouseStore store() {
    return store;
  }

  /** Begins a run whose shard {@code s0000} is written first. */
  public Run run() {
    runs++;
    return new Run(String.format("run-%04d", runs), START.plusSeconds(3600L * runs));
  }

  /** The rows of one run until they are published; minutes count from {@link #START}. */
  public final class Run {

    private final String id;
    private final Instant finishedAt;
    private final Map<String, Map<String, List<Row>>> tables = new TreeMap<>();
    private String shard = "s0000";
    private FieldColumns columns = FieldColumns.none();

    private Run(String id, Instant finishedAt) {
      this.id = id;
      this.finishedAt = finishedAt;
    }

    public String id() {
      return id;
    }

    public Run shard(String next) {
      shard = next;
      return this;
    }

    public Run with(FieldColumns fields) {
      columns = fields;
      return this;
    }

    public Run issue(long issueId, String key, int updatedMinute, int readMinute) {
      return issue(issueId, key, updatedMinute, readMinute, Map.of());
    }

    public Run issue(
        long issueId, String key, int updatedMinute, int readMinute, Map<String, ?> more) {
      String project = key.substring(0, key.indexOf('-'));
      Map<String, Object> values = new HashMap<>(more);
      values.put("id", Long.toString(issueId));
      values.put("key", key);
      values.put("project_id", "id-of-" + project);
      values.put("project_key", project);
      values.put("updated", minute(updatedMinute));
      return row(Tables.issue(columns), readMinute, values);
    }

    public Run comment(String commentId, long issueId, int readMinute) {
      return row(
          table("comment"),
          readMinute,
          Map.of("id", commentId, "issue_id", Long.toString(issueId), "body", "said in " + id));
    }

    public Run tombstone(long issueId, String reason, int minute) {
      return add(
          Tables.TOMBSTONE,
          Map.of(
              "issue_id",
              Long.toString(issueId),
              "reason",
              reason,
              "detected_at",
              minute(minute),
              "run_id",
              id));
    }

    public Run row(Table table, int readMinute, Map<String, ?> values) {
      Map<String, Object> all = new HashMap<>(values);
      all.put("_site", "acme");
      all.put("_run_id", id);
      all.put("_shard_id", shard);
      all.put("_read_at", minute(readMinute));
      return add(table, all);
    }

    public void publish() {
      publish(RunStatus.OK);
    }

    public void publish(RunStatus status) {
      Map<String, Manifest.TableFiles> files = new LinkedHashMap<>();
      tables.forEach((table, shards) -> files.put(table, written(table, shards)));
      store.write(
          WarehouseLayout.manifest(id),
          Documents.write(
              new Manifest(id, "acme", status, START, finishedAt, INTERVAL, null, files)));
    }

    private Run add(Table table, Map<String, ?> values) {
      tables
          .computeIfAbsent(table.name(), name -> new TreeMap<>())
          .computeIfAbsent(shard, name -> new ArrayList<>())
          .add(RowBuilder.of(table).withAll(values).build());
      return this;
    }

    private Manifest.TableFiles written(String table, Map<String, List<Row>> shards) {
      List<Manifest.DataFile> files = new ArrayList<>();
      shards.forEach(
          (name, rows) -> {
            try {
              files.add(
                  AvroFile.write(store, WarehouseLayout.dataFile(table, INTERVAL, id, name), rows));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      return RunOutcome.filesOf(files);
    }
  }

  public static Table table(String name) {
    return Tables.all(FieldColumns.none()).stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  public static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }
}
