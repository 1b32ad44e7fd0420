package dev.sluice.schemas.table;

import dev.sluice.schemas.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * A table together with where each of its values comes from.
 *
 * @param readings how the columns are read, in their order; {@link Reading.Elsewhere} for those the
 *     reader of rows fills itself
 * @param <E> what one row is made from
 */
public record Declaration<E>(Table table, List<Reading<E>> readings) {

  /**
   * Copies the readings.
   *
   * @throws IllegalArgumentException if there is not one for each column
   */
  public Declaration {
    readings = List.copyOf(readings);
    if (readings.size() != table.columns().size()) {
      throw new IllegalArgumentException(table.name() + " does not read each column once");
    }
  }

  static <E> Builder<E> of(String name, String doc, String... key) {
    return new Builder<>(name, doc, List.of(key));
  }

  /** Collects the columns of a declaration, in order. */
  static final class Builder<E> {

    private final String name;
    private final String doc;
    private final List<String> key;
    private final List<Column> columns = new ArrayList<>();
    private final List<Reading<E>> readings = new ArrayList<>();

    private Builder(String name, String doc, List<String> key) {
      this.name = name;
      this.doc = doc;
      this.key = key;
    }

    /** A column that carries one JSON value. */
    Builder<E> column(String column, Type type, String doc, Source<E> source) {
      return add(
          Column.of(column, type, doc).carrying(source.fieldId()), new Reading.Located<>(source));
    }

    /** A column that no single JSON value carries. */
    Builder<E> computed(String column, Type type, String doc, Computation<E> computation) {
      return add(Column.of(column, type, doc), new Reading.Computed<>(computation));
    }

    /** A column the reader of rows fills, or that is set by name. */
    Builder<E> column(String column, Type type, String doc) {
      return add(Column.of(column, type, doc), new Reading.Elsewhere<>());
    }

    /** A column with everything said about it. */
    Builder<E> add(Column column, Reading<E> reading) {
      columns.add(key.contains(column.name()) ? column.asKey() : column);
      readings.add(reading);
      return this;
    }

    /** A data table: ends with the lineage columns. */
    Declaration<E> withLineage() {
      Lineage.COLUMNS.forEach(column -> add(column, new Reading.Elsewhere<>()));
      return build();
    }

    Declaration<E> build() {
      return new Declaration<>(new Table(name, doc, key, columns), readings);
    }
  }
}
