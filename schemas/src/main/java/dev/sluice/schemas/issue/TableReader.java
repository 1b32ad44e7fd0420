package dev.sluice.schemas.issue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.avro.RowReader;
import dev.sluice.schemas.table.IssueDeclaration;
import dev.sluice.schemas.table.IssueElement;
import dev.sluice.schemas.table.Lineage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rows one table has for an issue. */
final class TableReader<E> {

  private final IssueDeclaration<E> declaration;
  private final RowReader<E> reader;
  private final IssueDeclaration.@Nullable Children<E> children;
  private final List<String> key;

  private TableReader(IssueDeclaration<E> declaration) {
    this.declaration = declaration;
    reader = new RowReader<>(declaration.declaration());
    children = declaration.children().orElse(null);
    key = reader.table().key();
  }

  static <E> TableReader<E> of(IssueDeclaration<E> declaration) {
    return new TableReader<>(declaration);
  }

  void read(IssueElement issue, Lineage lineage, Extra extra, List<Row> rows) {
    Iterable<E> elements = declaration.elements().of(issue);
    if (children == null) {
      elements.forEach(element -> rows.add(reader.read(element, lineage, extra)));
    } else {
      readChildren(elements, children, lineage, extra, rows);
    }
  }

  /** Old servers list some children twice: what the first one does not say stands in extra. */
  private void readChildren(
      Iterable<E> elements,
      IssueDeclaration.Children<E> in,
      Lineage lineage,
      Extra extra,
      List<Row> rows) {
    Map<List<@Nullable Object>, JsonNode> known = new HashMap<>();
    for (E element : elements) {
      boolean[] odd = {false};
      Row row = reader.read(element, lineage, misfit -> odd[0] = true);
      JsonNode json = in.json().apply(element);
      JsonNode first = isKeyed(row) ? known.putIfAbsent(keyOf(row), json) : null;
      if (json.equals(first)) {
        continue;
      }
      boolean isNew = isKeyed(row) && first == null;
      if (isNew) {
        rows.add(row);
      }
      if (odd[0] || !isNew) {
        extra.oddChild(in.fieldId(), json);
      }
    }
  }

  private boolean isKeyed(Row row) {
    return key.stream().allMatch(column -> row.record().get(column) != null);
  }

  private List<@Nullable Object> keyOf(Row row) {
    List<@Nullable Object> values = new ArrayList<>(key.size());
    key.forEach(column -> values.add(row.record().get(column)));
    return values;
  }
}
