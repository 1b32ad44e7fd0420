package dev.sluice.schemas.field;

import dev.sluice.schemas.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which columns are given away while names are being assigned. */
final class ColumnClaims {

  private final Set<String> reserved;
  private final FieldRegistry registry;
  private final Map<String, JiraField> owners = new HashMap<>();
  private final List<FieldColumn> columns = new ArrayList<>();

  ColumnClaims(Set<String> reserved, FieldRegistry registry) {
    this.reserved = reserved;
    this.registry = registry;
  }

  /** Gives the column if nobody else has or ever had it, and SQL can do with its name. */
  boolean claim(JiraField field, String column) {
    return !SqlWords.contains(column)
        && registry.isFree(column, field.id(), FieldTypes.of(field))
        && give(field, column);
  }

  /** Gives the field the column it had before. */
  boolean pinned(JiraField field, Optional<String> column) {
    return column.isPresent() && give(field, column.get());
  }

  /** Gives a field what it has while nobody knows what became of it. */
  void kept(FieldPeriod period) {
    give(period.field(), period.column(), period.type());
  }

  void override(JiraField field, String column) {
    if (!ColumnText.isLegal(column)) {
      throw refused(field, column, "is no legal column name (a-z, 0-9 and _, at most 128)");
    }
    if (reserved.contains(column)) {
      throw refused(field, column, "is a system column");
    }
    if (SqlWords.contains(column)) {
      throw refused(field, column, "is a word that SQL reserves");
    }
    if (registry.usedByAnother(column, field.id())) {
      throw refused(field, column, "belongs to another field");
    }
    if (!give(field, column)) {
      throw refused(field, column, "is named for two fields");
    }
  }

  FieldColumns columns() {
    return new FieldColumns(columns);
  }

  private boolean give(JiraField field, String column) {
    return give(field, column, FieldTypes.of(field));
  }

  private boolean give(JiraField field, String column, Type type) {
    if (reserved.contains(column) || owners.putIfAbsent(column, field) != null) {
      return false;
    }
    columns.add(
        new FieldColumn(field, column, type, registry.formerNames(field.id(), field.name())));
    return true;
  }

  private static IllegalArgumentException refused(JiraField field, String column, String why) {
    return new IllegalArgumentException(
        "fields.columns: '" + column + "' for " + field.id() + " " + why);
  }
}
