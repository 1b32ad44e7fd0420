package dev.sluice.schemas.avro;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.field.FieldCatalogue;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.JiraField;
import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.table.FieldElement;
import dev.sluice.schemas.table.Lineage;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the rows of the dimensions, which every run reloads in full. Thread-safe. */
public final class DimensionRows {

  private final Map<String, RowReader<JsonNode>> readers = new HashMap<>();
  private final RowReader<FieldElement> fieldReader = new RowReader<>(Tables.fromCatalogue());

  /** Prepares every dimension. */
  public DimensionRows() {
    Tables.fromAnswers()
        .forEach(
            declaration -> readers.put(declaration.table().name(), new RowReader<>(declaration)));
  }

  /**
   * Returns the row of one object of Jira's answer, its instants as sent. A value that does not fit
   * its column is null.
   *
   * @throws IllegalArgumentException if the table is no dimension read from answers, or the object
   *     lacks a key
   */
  public Row of(Table table, JsonNode answer, Lineage lineage) {
    RowReader<JsonNode> reader = readers.get(table.name());
    if (reader == null) {
      throw new IllegalArgumentException(table.name() + " is not read from answers");
    }
    Row row = reader.read(answer, lineage, misfit -> {});
    for (String key : table.key()) {
      if (row.record().get(key) == null) {
        throw new IllegalArgumentException("a " + table.name() + " without " + key);
      }
    }
    return row;
  }

  /** Returns the rows of table {@code field}, in id order. */
  public List<Row> fields(FieldCatalogue catalogue, FieldColumns columns, Lineage lineage) {
    Table issue = Tables.issue(columns);
    return catalogue.fields().stream()
        .map(field -> new FieldElement(field, columnOf(field, issue)))
        .map(element -> fieldReader.read(element, lineage, misfit -> {}))
        .toList();
  }

  private static Optional<String> columnOf(JiraField field, Table issue) {
    return issue.columns().stream()
        .filter(column -> column.fieldId().filter(field.id()::equals).isPresent())
        .findFirst()
        .map(Column::name);
  }
}
