package dev.sluice.pipelines.config;

import dev.sluice.schemas.history.HistoryInitial;
import dev.sluice.schemas.table.TableSelection;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code tables}. */
final class TablesSection {

  private static final List<String> ALL = List.of("all");

  private static final Key<List<String>> INCLUDE =
      Key.of(
              "include",
              Structures.texts(
                  Stream.concat(ALL.stream(), TableSelection.data().stream()).toList()),
              "The tables to write; issue and those about the load always are.")
          .standing("[all]");
  private static final Key<List<String>> EXCLUDE =
      Key.of(
          "exclude", Structures.texts(TableSelection.optional()), "Tables to leave out of those.");
  private static final Key<List<String>> REQUIRED =
      Key.of(
          "required",
          Structures.texts(TableSelection.data()),
          "Tables whose being hidden from the account makes a run fail instead of warn.");
  private static final Key<String> HISTORY_INITIAL =
      Key.of(
              "history-initial",
              Scalars.choice(
                  Arrays.stream(HistoryInitial.values()).map(HistoryInitial::text).toList()),
              "Which values at creation become rows of the history.")
          .standing(TablesConfig.DEFAULT.historyInitial().text());

  static final Keys KEYS = Keys.of(INCLUDE, EXCLUDE, REQUIRED, HISTORY_INITIAL);

  private TablesSection() {}

  static TablesConfig read(Section tables) {
    List<String> include = named(tables, INCLUDE);
    List<String> exclude = named(tables, EXCLUDE);
    List<String> required = named(tables, REQUIRED);
    HistoryInitial initial =
        tables
            .get(HISTORY_INITIAL)
            .map(HistoryInitial::parse)
            .orElse(TablesConfig.DEFAULT.historyInitial());
    tables.finish();
    Set<String> selected = TableSelection.of(include, exclude);
    for (String table : required) {
      if (!selected.contains(table)) {
        tables.problem(REQUIRED, "'" + table + "' is not among the tables that are written");
      }
    }
    return new TablesConfig(selected, Set.copyOf(required), initial);
  }

  /** The names of a list that are tables; the others are reported. */
  private static List<String> named(Section tables, Key<List<String>> key) {
    List<String> names = tables.list(key);
    boolean all = key.equals(INCLUDE) && names.equals(ALL);
    return all ? List.of() : names.stream().filter(name -> known(tables, key, name)).toList();
  }

  private static boolean known(Section tables, Key<?> key, String name) {
    try {
      TableSelection.of(List.of(name), key.equals(EXCLUDE) ? List.of(name) : List.of());
      return true;
    } catch (IllegalArgumentException e) {
      tables.problem(key, String.valueOf(e.getMessage()));
      return false;
    }
  }
}
