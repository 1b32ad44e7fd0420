package dev.sluice.schemas.field;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The columns of all custom fields, ordered by field id, one a field, no two of one name. Travels
 * in the run plan as JSON, so that every worker shapes rows alike.
 */
public final class FieldColumns {

  private final List<FieldColumn> columns;
  private final List<FieldColumn> leftOut;
  private final Map<String, FieldColumn> byFieldId = new HashMap<>();

  /**
   * Orders the columns.
   *
   * @throws IllegalArgumentException if a field or a column name, in any case, occurs twice
   */
  public FieldColumns(List<FieldColumn> columns) {
    this(columns, List.of());
  }

  /** The same, some fields being left out of everything that is written. */
  FieldColumns(List<FieldColumn> columns, List<FieldColumn> leftOut) {
    this.columns = ordered(columns);
    this.leftOut = ordered(leftOut);
    Set<String> names = new HashSet<>();
    for (FieldColumn column : this.columns) {
      if (byFieldId.put(column.fieldId(), column) != null) {
        throw new IllegalArgumentException("field " + column.fieldId() + " has two columns");
      }
      if (!names.add(column.column().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("two fields share the column " + column.column());
      }
    }
  }

  /** Returns no columns at all: a site without custom fields. */
  public static FieldColumns none() {
    return new FieldColumns(List.of());
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if the text is not that
   */
  public static FieldColumns fromJson(String json) {
    return FieldColumnsJson.read(json);
  }

  @JsonCreator
  static FieldColumns fromDocument(JsonNode array) {
    return FieldColumnsJson.read(array);
  }

  /** Lets documents such as the run plan hold columns as they are in {@link #toJson}. */
  @JsonValue
  JsonNode document() {
    return FieldColumnsJson.tree(this);
  }

  /** Returns the columns as one line of JSON. */
  public String toJson() {
    return FieldColumnsJson.write(this);
  }

  /** Returns the columns by field id: numeric ids first, by number. */
  public List<FieldColumn> columns() {
    return columns;
  }

  /** Returns the column that carries the field; empty for one that has none. */
  public Optional<FieldColumn> of(String fieldId) {
    return Optional.ofNullable(byFieldId.get(fieldId));
  }

  /** Returns these columns with the fields left out that are not wanted. */
  public FieldColumns only(Predicate<FieldColumn> wanted) {
    List<FieldColumn> out = new ArrayList<>(leftOut);
    columns.stream().filter(wanted.negate()).forEach(out::add);
    return new FieldColumns(columns.stream().filter(wanted).toList(), out);
  }

  /** Returns the fields that nobody wants: they have no column, and stand nowhere else either. */
  public List<FieldColumn> leftOut() {
    return leftOut;
  }

  private static List<FieldColumn> ordered(List<FieldColumn> columns) {
    return columns.stream()
        .sorted(Comparator.comparing(FieldColumn::field, JiraField.BY_ID))
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldColumns that
        && columns.equals(that.columns)
        && leftOut.equals(that.leftOut);
  }

  @Override
  public int hashCode() {
    return 31 * columns.hashCode() + leftOut.hashCode();
  }

  @Override
  public String toString() {
    return "FieldColumns" + columns;
  }
}
