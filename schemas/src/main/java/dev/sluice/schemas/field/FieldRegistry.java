package dev.sluice.schemas.field;

import dev.sluice.schemas.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every column a custom field ever had. A column stays with its field's id: a rename keeps it, a
 * new type gets another one beside it, and no other field is ever given it. Versions are immutable.
 *
 * @param version 0 for the empty registry before the first run
 * @param entries in the order in which they came to be
 */
public record FieldRegistry(int version, List<Entry> entries) {

  /**
   * One column of one field.
   *
   * @param name the name the field had in Jira when it was last seen with this column
   * @param current whether the column carries the field now; false once the field was deleted or
   *     hidden, changed its type or was given another column
   */
  public record Entry(String fieldId, String column, Type type, String name, boolean current) {

    boolean carries(FieldColumn column) {
      return fieldId.equals(column.fieldId())
          && this.column.equals(column.column())
          && type.equals(column.type());
    }
  }

  /** Copies the entries. */
  public FieldRegistry {
    entries = List.copyOf(entries);
  }

  /** Returns the registry of a warehouse without runs. */
  public static FieldRegistry empty() {
    return new FieldRegistry(0, List.of());
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if the text is not that
   */
  public static FieldRegistry fromJson(String json) {
    return FieldRegistryJson.read(json);
  }

  /** Returns the registry as the text of its file. */
  public String toJson() {
    return FieldRegistryJson.write(this);
  }

  /**
   * Returns this registry when the columns are as it knows them, else its next version with them:
   * new columns appended, names brought up to date, columns without a field no longer current.
   */
  public FieldRegistry with(FieldColumns columns) {
    List<Entry> next = new ArrayList<>();
    for (Entry entry : entries) {
      Optional<FieldColumn> now = columns.of(entry.fieldId()).filter(entry::carries);
      String name = now.map(FieldColumn::name).orElse(entry.name());
      next.add(new Entry(entry.fieldId(), entry.column(), entry.type(), name, now.isPresent()));
    }
    for (FieldColumn column : columns.columns()) {
      if (entries.stream().noneMatch(entry -> entry.carries(column))) {
        next.add(new Entry(column.fieldId(), column.column(), column.type(), column.name(), true));
      }
    }
    return next.equals(entries) ? this : new FieldRegistry(version + 1, next);
  }

  /** Returns the column pinned to the field while it has this type. */
  public Optional<String> columnOf(String fieldId, Type type) {
    List<Entry> matching =
        entries.stream()
            .filter(entry -> entry.fieldId().equals(fieldId) && entry.type().equals(type))
            .toList();
    return matching.stream()
        .filter(Entry::current)
        .findFirst()
        .or(() -> matching.stream().reduce((earlier, later) -> later))
        .map(Entry::column);
  }

  Optional<String> firstColumnOf(String fieldId) {
    return entries.stream()
        .filter(entry -> entry.fieldId().equals(fieldId))
        .findFirst()
        .map(Entry::column);
  }

  boolean everUsed(String column) {
    return entries.stream().anyMatch(entry -> entry.column().equals(column));
  }

  /** A column never changes its type, not even by configuration. */
  boolean heldAnotherType(String column, String fieldId, Type type) {
    return entries.stream()
        .anyMatch(
            entry ->
                entry.column().equals(column)
                    && entry.fieldId().equals(fieldId)
                    && !entry.type().equals(type));
  }

  boolean usedByAnother(String column, String fieldId) {
    return entries.stream()
        .anyMatch(entry -> entry.column().equals(column) && !entry.fieldId().equals(fieldId));
  }
}
