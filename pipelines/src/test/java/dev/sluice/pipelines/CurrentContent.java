package dev.sluice.pipelines;

import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.state.CurrentState;
import dev.sluice.transforms.store.WarehouseStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;

/**
 * The current rows of a warehouse, table by table, whatever run and shard they came from. Without
 * {@code user}: people who occur only in issues that are gone stay known.
 */
record CurrentContent(Map<String, List<String>> tables) {

  private static final Set<String> OF_THE_RUN = Set.of("_run_id", "_shard_id", "_read_at");

  static CurrentContent of(Sluice sluice) {
    CurrentState state = CurrentState.of(WarehouseStore.at(sluice.warehouse().toString()));
    Map<String, List<String>> tables = new TreeMap<>();
    for (Table table : Tables.all(FieldColumns.none())) {
      if (!table.name().startsWith("_") && !table.name().equals("user")) {
        List<String> rows = new ArrayList<>();
        state.rows(table.name(), row -> rows.add(text(row)));
        rows.sort(null);
        tables.put(table.name(), rows);
      }
    }
    return new CurrentContent(tables);
  }

  /** The rows that only one of the two has. */
  List<String> differencesTo(CurrentContent truth) {
    List<String> differences = new ArrayList<>();
    truth.tables.forEach(
        (table, rows) -> {
          Map<String, Integer> surplus = new TreeMap<>();
          tables.getOrDefault(table, List.of()).forEach(row -> surplus.merge(row, 1, Integer::sum));
          rows.forEach(row -> surplus.merge(row, -1, Integer::sum));
          surplus.forEach(
              (row, times) -> {
                if (times != 0) {
                  differences.add(
                      (times < 0 ? "missing in " : "too much in ") + table + ": " + row);
                }
              });
        });
    return differences;
  }

  private static String text(GenericRecord row) {
    List<String> cells = new ArrayList<>();
    row.getSchema().getFields().stream()
        .filter(field -> !OF_THE_RUN.contains(field.name()))
        .forEach(field -> cells.add(field.name() + "=" + row.get(field.pos())));
    return String.join("|", cells);
  }
}
