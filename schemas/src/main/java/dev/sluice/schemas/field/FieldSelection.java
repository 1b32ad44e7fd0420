package dev.sluice.schemas.field;

import java.util.List;

/**
 * Which custom fields are wanted. Each entry is the id, the name or the column of fields, in which
 * {@code *} stands for any letters.
 *
 * @param include all when empty
 * @param exclude taken away from those
 */
public record FieldSelection(List<NamePattern> include, List<NamePattern> exclude) {

  /** Everything there is. */
  public static final FieldSelection ALL = new FieldSelection(List.of(), List.of());

  /** Copies the lists. */
  public FieldSelection {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** Returns whether the field is wanted. */
  public boolean wants(FieldColumn column) {
    return (include.isEmpty() || include.stream().anyMatch(entry -> means(entry, column)))
        && exclude.stream().noneMatch(entry -> means(entry, column));
  }

  /** Returns whether an entry means the field. */
  public static boolean means(NamePattern entry, FieldColumn column) {
    return entry.matches(column.fieldId())
        || entry.matches(column.name())
        || entry.matches(column.column());
  }
}
