package dev.sluice.pipelines.config;

import dev.sluice.schemas.history.HistoryInitial;
import dev.sluice.schemas.table.TableSelection;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads {@code tables}. */
final class TablesSection {

  private static final List<String> ALL = List.of("all");

  private TablesSection() {}

  static TablesConfig read(Section tables) {
    List<String> include = named(tables, "include");
    List<String> exclude = named(tables, "exclude");
    List<String> required = named(tables, "required");
    HistoryInitial initial =
        tables
            .choice(
                "history-initial",
                Arrays.stream(HistoryInitial.values()).map(HistoryInitial::text).toList())
            .map(HistoryInitial::parse)
            .orElse(TablesConfig.DEFAULT.historyInitial());
    tables.finish();
    Set<String> selected = TableSelection.of(include, exclude);
    for (String table : required) {
      if (!selected.contains(table)) {
        tables.problem("required", "'" + table + "' is not among the tables that are written");
      }
    }
    return new TablesConfig(selected, Set.copyOf(required), initial);
  }

  /** The names of a list that are tables; the others are reported. */
  private static List<String> named(Section tables, String key) {
    List<String> names = tables.texts(key);
    boolean all = key.equals("include") && names.equals(ALL);
    return all ? List.of() : names.stream().filter(name -> known(tables, key, name)).toList();
  }

  private static boolean known(Section tables, String key, String name) {
    try {
      TableSelection.of(List.of(name), key.equals("exclude") ? List.of(name) : List.of());
      return true;
    } catch (IllegalArgumentException e) {
      tables.problem(key, String.valueOf(e.getMessage()));
      return false;
    }
  }
}
