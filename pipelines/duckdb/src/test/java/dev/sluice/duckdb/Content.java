package dev.sluice.duckdb;

import dev.sluice.transforms.local.AnswerReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a database holds, as text. */
final class Content {

  private Content() {}

  /** Rows as lists of values, in the order the question asks for. */
  static List<List<@Nullable Object>> of(Path file, String sql) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (var open = new DuckDbWarehouse().open(file)) {
      open.ask(
          sql,
          List.of(),
          new AnswerReader() {
            @Override
            public void columns(List<AnswerColumn> columns) {}

            @Override
            public void row(List<@Nullable Object> values) {
              rows.add(values);
            }
          });
    }
    return rows;
  }

  /** Every table with its columns, their types and comments, and its rows. */
  static Map<String, List<String>> whole(Path file) {
    Map<String, List<String>> tables = new TreeMap<>();
    for (List<@Nullable Object> table :
        of(file, "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main'")) {
      String name = String.valueOf(table.get(0));
      List<String> content = new ArrayList<>();
      of(
              file,
              "SELECT column_name, data_type, comment FROM duckdb_columns() WHERE table_name = '"
                  + name
                  + "' AND schema_name = 'main' ORDER BY column_index")
          .forEach(row -> content.add(row.toString()));
      of(file, "SELECT * FROM main." + Sql.name(name) + " ORDER BY ALL")
          .forEach(row -> content.add(row.toString()));
      tables.put(name, content);
    }
    return tables;
  }
}
