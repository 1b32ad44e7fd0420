package dev.sluice.transforms;

import dev.sluice.schemas.avro.AvroSchemas;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.history.HistoryOptions;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.TableSelection;
import dev.sluice.schemas.table.Tables;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * The tables of one run: the declarations that were selected, with the custom-field columns of this
 * site. It travels to the workers as the field columns' JSON, because declarations hold functions.
 */
public final class RunTables implements Serializable {

  private final String columns;
  private final Set<String> selected;
  private final HistoryOptions history;

  private RunTables(String columns, Set<String> selected, HistoryOptions history) {
    this.columns = columns;
    this.selected = Set.copyOf(selected);
    this.history = history;
  }

  /** All tables of a site with these custom-field columns. */
  public static RunTables of(FieldColumns columns) {
    return new RunTables(
        columns.toJson(), TableSelection.of(List.of(), List.of()), HistoryOptions.defaults());
  }

  /** The same with the named tables only, as {@link TableSelection} names them. */
  public RunTables only(Set<String> names) {
    return new RunTables(columns, names, history);
  }

  /** The same with these histories. */
  public RunTables with(HistoryOptions options) {
    return new RunTables(columns, selected, options);
  }

  FieldColumns columns() {
    return FieldColumns.fromJson(columns);
  }

  HistoryOptions history() {
    return history;
  }

  List<Table> all() {
    return Tables.all(columns()).stream().filter(table -> selected.contains(table.name())).toList();
  }

  Set<String> names() {
    return schemas(Stage.UTC).keySet();
  }

  Map<String, Schema> schemas(Stage stage) {
    Map<String, Schema> schemas = new TreeMap<>();
    for (Table table : all()) {
      schemas.put(table.name(), AvroSchemas.of(table, stage));
    }
    return schemas;
  }
}
