package dev.sluice.gcp;

import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table with the changes that came, in their order of arrival, and what BigQuery documents to
 * make of them: of the changes of a key the one with the greatest sequence number counts, section
 * by section as unsigned numbers; of equal ones the last to arrive; a deletion counts like any
 * other.
 */
final class StreamedTable {

  private static final String SEQUENCE = "[0-9A-Fa-f]{1,16}(/[0-9A-Fa-f]{1,16}){0,3}";

  /** A row, by column; what is null is not there. */
  record Arrived(boolean deletes, String sequence, Map<String, String> row) {}

  private final List<Arrived> arrived = new ArrayList<>();
  private Table definition;

  StreamedTable(Table definition) {
    this.definition = definition;
  }

  Table definition() {
    return definition;
  }

  void define(Table changed) {
    definition = changed;
  }

  List<TableFieldSchema> columns() {
    return definition.getSchema().getFields();
  }

  int size() {
    return arrived.size();
  }

  /** Takes a change, or says why BigQuery would not. */
  @Nullable String refusal(Arrived change) {
    if (definition.getTableConstraints() == null) {
      return "no primary key";
    }
    if (!change.sequence().matches(SEQUENCE)) {
      return "no sequence number: " + change.sequence();
    }
    if (!change.row().keySet().containsAll(key())) {
      return "no key";
    }
    return null;
  }

  void take(Arrived change) {
    arrived.add(change);
  }

  /**
   * The rows there are.
   *
   * @param reordering changes the order of arrival
   */
  List<Map<String, String>> rows(Consumer<List<Arrived>> reordering) {
    List<Arrived> inOrder = new ArrayList<>(arrived);
    reordering.accept(inOrder);
    Map<List<String>, Arrived> newest = new HashMap<>();
    for (Arrived change : inOrder) {
      newest.merge(
          key().stream().map(column -> change.row().getOrDefault(column, "")).toList(),
          change,
          (one, other) -> compare(other.sequence(), one.sequence()) >= 0 ? other : one);
    }
    return newest.values().stream().filter(change -> !change.deletes()).map(Arrived::row).toList();
  }

  private List<String> key() {
    return definition.getTableConstraints().getPrimaryKey().getColumns();
  }

  /** A section that is missing is less than any: FFF/ABC comes after ABC only by its first. */
  static int compare(String left, String right) {
    List<String> one = Arrays.asList(left.split("/", -1));
    List<String> other = Arrays.asList(right.split("/", -1));
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int compared = new BigInteger(one.get(i), 16).compareTo(new BigInteger(other.get(i), 16));
      if (compared != 0) {
        return compared;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
