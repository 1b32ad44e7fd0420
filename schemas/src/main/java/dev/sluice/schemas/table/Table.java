package dev.sluice.schemas.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table: its name, its key and its columns in the order every sink keeps.
 *
 * @param doc one sentence for the people who query it
 * @param key names of columns; together they identify a row
 * @param columns the lineage columns last, where it has them
 */
public record Table(String name, String doc, List<String> key, List<Column> columns) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a column occurs twice or a key column is not required
   */
  public Table {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
    Set<String> names = new HashSet<>();
    Set<String> required = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(name + "." + column.name() + " is declared twice");
      }
      if (column.required()) {
        required.add(column.name());
      }
    }
    if (!required.equals(Set.copyOf(key))) {
      throw new IllegalArgumentException(
          name + ": the key " + key + " is not the required columns " + required);
    }
  }

  /** Returns the column of that name. */
  public Optional<Column> column(String columnName) {
    return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
  }
}
