package dev.sluice.transforms;

import dev.sluice.schemas.field.SchemaChange;
import dev.sluice.schemas.field.WorkflowDrift;
import dev.sluice.schemas.layout.Manifest;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.store.PublishedRuns;
import dev.sluice.transforms.store.WarehouseStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Compares the lists that workflows are made of with those of the run before. They are read by
 * every run anyway, so that it costs no request.
 */
final class WorkflowLists {

  private static final List<Table> LISTS =
      List.of(Tables.STATUS, Tables.ISSUE_TYPE, Tables.PRIORITY);
  private static final String CATEGORY = "status_category";
  private static final List<String> COLUMNS = List.of("id", "name", CATEGORY);

  private final PublishedRuns runs;
  private final RunHeader run;

  WorkflowLists(WarehouseStore store, RunHeader run) {
    this.runs = new PublishedRuns(store);
    this.run = run;
  }

  /**
   * What changed since the newest other run, list by list; a list that was not read has nothing.
   */
  List<SchemaChange> changes(Map<String, Manifest.TableFiles> written) {
    List<SchemaChange> changes = new ArrayList<>();
    for (Table list : LISTS) {
      Manifest.TableFiles now = written.get(list.name());
      if (now != null) {
        runs.newestWith(list.name(), run.runId())
            .map(manifest -> entries(manifest.table(list.name())))
            .map(before -> WorkflowDrift.between(list.name(), before, entries(now)))
            .ifPresent(changes::addAll);
      }
    }
    return List.copyOf(changes);
  }

  private Map<String, WorkflowDrift.Entry> entries(Manifest.TableFiles files) {
    Map<String, WorkflowDrift.Entry> entries = new HashMap<>();
    for (Manifest.DataFile file : files.files()) {
      runs.records(
          file,
          schema -> PublishedRuns.narrowed(schema, COLUMNS),
          row ->
              entries.put(
                  String.valueOf(row.get("id")),
                  new WorkflowDrift.Entry(String.valueOf(row.get("name")), text(row, CATEGORY))));
    }
    return entries;
  }

  private static @Nullable String text(GenericRecord row, String column) {
    Object value = row.hasField(column) ? row.get(column) : null;
    return value == null ? null : value.toString();
  }
}
