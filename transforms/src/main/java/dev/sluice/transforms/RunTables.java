package dev.sluice.transforms;

import dev.sluice.schemas.avro.AvroSchemas;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * The tables of one run: the declarations, with the custom-field columns of this site. It travels
 * to the workers as the field columns' JSON, because declarations hold functions.
 */
public final class RunTables implements Serializable {

  private final String columns;

  private RunTables(String columns) {
    this.columns = columns;
  }

  /** The tables of a site with these custom-field columns. */
  public static RunTables of(FieldColumns columns) {
    return new RunTables(columns.toJson());
  }

  FieldColumns columns() {
    return FieldColumns.fromJson(columns);
  }

  List<Table> all() {
    return Tables.all(columns());
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
