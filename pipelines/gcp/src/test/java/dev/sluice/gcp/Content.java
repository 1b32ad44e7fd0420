package dev.sluice.gcp;

import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.TableCell;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableRow;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import dev.sluice.transforms.state.CurrentState;
import dev.sluice.transforms.store.WarehouseStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** The rows of a warehouse, table by table, as texts, ordered. */
record Content(Map<String, List<String>> tables) {

  /** What the files say. */
  static Content ofFiles(String root) {
    CurrentState state = CurrentState.of(WarehouseStore.at(root));
    Map<String, List<String>> tables = new TreeMap<>();
    for (Table table : Tables.all(FieldColumns.none())) {
      List<GenericRecord> rows = new ArrayList<>();
      state.rows(table.name(), rows::add);
      List<String> texts = new ArrayList<>();
      newestByKey(table, rows).forEach(row -> texts.add(text(row)));
      texts.sort(null);
      tables.put(table.name(), texts);
    }
    return new Content(tables);
  }

  /** What a dataset says, of what is not deleted. */
  static Content ofDataset(Bigquery client, String project, String dataset) {
    Map<String, List<String>> tables = new TreeMap<>();
    for (Table table : Tables.all(FieldColumns.none())) {
      MergedTable merged = new MergedTable(table);
      String sql =
          "SELECT * FROM "
              + new SqlNames(project, dataset).table(table.name())
              + (merged.canBeDeleted() ? " WHERE NOT `_deleted`" : "");
      tables.put(table.name(), rows(client, project, sql));
    }
    return new Content(tables);
  }

  /** What the changes that came to tables amount to, of what is not deleted. */
  static Content ofChanges(
      StreamingBigQuery bigQuery, Consumer<List<StreamedTable.Arrived>> order) {
    Map<String, List<String>> tables = new TreeMap<>();
    bigQuery
        .tables()
        .forEach(
            (name, table) ->
                tables.put(
                    name,
                    table.rows(order).stream()
                        .filter(row -> !"true".equals(row.get(MergedTable.DELETED)))
                        .map(Content::withoutMarks)
                        .sorted()
                        .toList()));
    return new Content(tables);
  }

  private static String withoutMarks(Map<String, String> row) {
    Map<String, String> cells = new TreeMap<>(row);
    cells.keySet().removeAll(List.of(MergedTable.DELETED, MergedTable.DELETED_AT));
    return text(cells);
  }

  /** The rows that only one of the two has. */
  List<String> differencesTo(Content truth) {
    List<String> differences = new ArrayList<>();
    truth.tables.forEach(
        (table, rows) -> {
          List<String> extra = new ArrayList<>(tables.getOrDefault(table, List.of()));
          rows.stream()
              .filter(row -> !extra.remove(row))
              .forEach(row -> differences.add("missing in " + table + ": " + row));
          extra.forEach(row -> differences.add("too much in " + table + ": " + row));
        });
    return differences;
  }

  List<String> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  int size(String table) {
    return rows(table).size();
  }

  /** Files keep every tombstone; of each issue a table shows the last. */
  private static List<GenericRecord> newestByKey(Table table, List<GenericRecord> rows) {
    if (!table.equals(Tables.TOMBSTONE)) {
      return rows;
    }
    Map<String, GenericRecord> newest = new HashMap<>();
    rows.stream()
        .sorted(Comparator.comparing(row -> (Long) row.get("detected_at")))
        .forEach(row -> newest.put(row.get("issue_id").toString(), row));
    return List.copyOf(newest.values());
  }

  private static String text(GenericRecord row) {
    Map<String, String> cells = new TreeMap<>();
    for (Schema.Field field : row.getSchema().getFields()) {
      cells.put(field.name(), Cells.of(row.get(field.pos()), field.schema()));
    }
    return text(cells);
  }

  /** What is empty says as little as what is not there. */
  private static String text(Map<String, String> cells) {
    TreeSet<String> texts = new TreeSet<>();
    cells.forEach(
        (name, value) -> {
          if (!value.equals("-") && !value.equals("[]")) {
            texts.add(name + "=" + value);
          }
        });
    return String.join("|", texts);
  }

  private static List<String> rows(Bigquery client, String project, String sql) {
    Answers answers = Answers.of(client, project, sql);
    List<String> rows = new ArrayList<>();
    answers.rows().forEach(row -> rows.add(text(row, answers.fields())));
    rows.sort(null);
    return rows;
  }

  private static String text(TableRow row, List<TableFieldSchema> fields) {
    Map<String, String> cells = new TreeMap<>();
    List<TableCell> values = row.getF();
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.get(i).getName();
      if (!name.equals(MergedTable.DELETED) && !name.equals(MergedTable.DELETED_AT)) {
        cells.put(name, Cells.of(values.get(i).getV(), fields.get(i)));
      }
    }
    return text(cells);
  }
}
