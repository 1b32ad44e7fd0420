package dev.sluice.schemas.table;

import dev.sluice.schemas.field.FieldColumns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which tables a run writes. Table {@code issue}, by which every other is found, and those about
 * the load itself, {@code _run} and others, always are.
 */
public final class TableSelection {

  private static final String ISSUE = "issue";

  private TableSelection() {}

  /**
   * Returns the names of the tables to write, in the order of their documentation.
   *
   * @param include names of data tables; empty for all
   * @param exclude names of data tables to leave out of those
   * @throws IllegalArgumentException if a name is none of a data table: with the nearest there is
   */
  public static Set<String> of(List<String> include, List<String> exclude) {
    List<String> all = Tables.all(FieldColumns.none()).stream().map(Table::name).toList();
    List<String> data = data();
    exclude.forEach(TableSelection::requireOptional);
    Stream.concat(include.stream(), exclude.stream()).forEach(name -> requireKnown(name, data));
    Set<String> selected = new LinkedHashSet<>(all);
    selected.removeIf(
        name ->
            !isAlwaysWritten(name)
                && (exclude.contains(name) || !(include.isEmpty() || include.contains(name))));
    return Collections.unmodifiableSet(selected);
  }

  /** Returns the names of all data tables, in the order of their documentation. */
  public static List<String> data() {
    return Tables.all(FieldColumns.none()).stream()
        .map(Table::name)
        .filter(name -> !isAboutTheLoad(name))
        .toList();
  }

  /** Returns the names of those that may be left out. */
  public static List<String> optional() {
    return data().stream().filter(name -> !isAlwaysWritten(name)).toList();
  }

  private static boolean isAlwaysWritten(String name) {
    return name.equals(ISSUE) || isAboutTheLoad(name);
  }

  private static void requireOptional(String name) {
    if (isAlwaysWritten(name)) {
      throw new IllegalArgumentException("table '" + name + "' is always written");
    }
  }

  private static boolean isAboutTheLoad(String name) {
    return name.startsWith("_");
  }

  private static void requireKnown(String name, List<String> data) {
    if (isAboutTheLoad(name)) {
      throw new IllegalArgumentException("table '" + name + "' is always written");
    }
    if (!data.contains(name)) {
      String nearest =
          data.stream().min(Comparator.comparingInt(table -> distance(name, table))).orElseThrow();
      throw new IllegalArgumentException(
          "there is no table '" + name + "'; the nearest is '" + nearest + "'");
    }
  }

  /** Levenshtein's: how many letters must be put in, taken out or exchanged. */
  private static int distance(String left, String right) {
    List<Integer> previous = new ArrayList<>();
    for (int j = 0; j <= right.length(); j++) {
      previous.add(j);
    }
    for (int i = 1; i <= left.length(); i++) {
      List<Integer> current = new ArrayList<>(List.of(i));
      for (int j = 1; j <= right.length(); j++) {
        int exchanged = previous.get(j - 1) + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        int moved = Math.min(previous.get(j), current.get(j - 1)) + 1;
        current.add(Math.min(exchanged, moved));
      }
      previous = current;
    }
    return previous.get(right.length());
  }
}
