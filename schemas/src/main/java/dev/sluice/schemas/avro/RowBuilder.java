package dev.sluice.schemas.avro;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.type.Scalar;
import dev.sluice.schemas.type.Type;
import dev.sluice.schemas.value.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row of a table by the names of its columns: for rows that come from us, not from Jira.
 * Not thread-safe; one row a builder.
 */
public final class RowBuilder {

  private final Table table;
  private final Stage stage;
  private final GenericData.Record record;

  private RowBuilder(Table table, Stage stage) {
    this.table = table;
    this.stage = stage;
    this.record = new GenericData.Record(AvroSchemas.of(table, stage));
  }

  /** Starts a row with instants in UTC, as it is written. */
  public static RowBuilder of(Table table) {
    return new RowBuilder(table, Stage.UTC);
  }

  /** Starts a row at a stage. */
  public static RowBuilder of(Table table, Stage stage) {
    return new RowBuilder(table, stage);
  }

  /**
   * Sets a column. Whole numbers of any size go into long columns, an {@link Instant} into
   * timestamps, a {@link LocalDate} into dates, text or a {@link JsonNode} into JSON columns; an
   * {@link Optional} stands for its value or for none.
   *
   * @throws IllegalArgumentException if the table has no such column or the value is of another
   *     type
   */
  public RowBuilder with(String column, @Nullable Object value) {
    Schema.Field field = record.getSchema().getField(column);
    if (field == null) {
      throw new IllegalArgumentException("table " + table.name() + " has no column " + column);
    }
    Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    Column declared = table.columns().get(field.pos());
    record.put(field.pos(), plain == null ? null : avro(declared, plain));
    return this;
  }

  /** Sets each column of the map; see {@link #with}. */
  public RowBuilder withAll(Map<String, ?> values) {
    values.forEach(this::with);
    return this;
  }

  /**
   * Returns the row; columns that were not set are null.
   *
   * @throws IllegalStateException if a key column was not set
   */
  public Row build() {
    for (String key : table.key()) {
      if (record.get(key) == null) {
        throw new IllegalStateException("key column " + table.name() + "." + key + " is not set");
      }
    }
    return new Row(table.name(), record);
  }

  private Object avro(Column column, Object value) {
    Type type = column.type();
    if (type == Scalar.TIMESTAMP && value instanceof Instant instant) {
      return stage == Stage.UTC ? (Object) Timestamps.micros(instant) : instant.toString();
    }
    if (type == Scalar.DATE && value instanceof LocalDate date) {
      return (int) date.toEpochDay();
    }
    if (type == Scalar.JSON && value instanceof JsonNode node) {
      return node.toString();
    }
    if (type == Scalar.LONG && (value instanceof Integer || value instanceof Long)) {
      return ((Number) value).longValue();
    }
    boolean fits =
        ((type == Scalar.STRING || type == Scalar.JSON) && value instanceof String)
            || (type == Scalar.DOUBLE && value instanceof Double)
            || (type == Scalar.BOOLEAN && value instanceof Boolean);
    if (!fits) {
      throw new IllegalArgumentException(
          table.name()
              + "."
              + column.name()
              + " is "
              + type.text()
              + ", not "
              + value.getClass().getName());
    }
    return value;
  }
}
