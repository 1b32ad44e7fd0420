package dev.sluice.schemas.field;

import dev.sluice.schemas.type.Type;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which a custom field had one name, one type and one column.
 *
 * @param field as the catalogue described it
 * @param from start of the run that saw it so first, UTC; {@link Instant#EPOCH} when nobody noted
 *     it
 * @param to start of the run that saw it otherwise, UTC; empty while it lasts
 * @param standing whether the last look saw the field; {@link Standing#PRESENT} once it has ended
 */
public record FieldPeriod(
    JiraField field,
    String column,
    Type type,
    Instant from,
    Optional<Instant> to,
    Standing standing) {

  /** What the last look at the catalogue said about a field. */
  public enum Standing {
    /** It is listed. */
    PRESENT,
    /** It is not listed: deleted, or hidden from the account. */
    UNSEEN,
    /** It is not listed, and certainly exists. */
    HIDDEN
  }

  /** Returns Jira's id of the field. */
  public String fieldId() {
    return field.id();
  }

  /** Returns whether it lasts. */
  public boolean isOpen() {
    return to.isEmpty();
  }

  /** Returns whether it is in force at an instant. */
  public boolean isAt(Instant instant) {
    return !from.isAfter(instant) && to.filter(end -> !end.isAfter(instant)).isEmpty();
  }

  /** Returns the column that the name alone would give. */
  public String bareName() {
    return ColumnNames.bareName(field);
  }

  boolean carries(FieldColumn column) {
    return field.equals(column.field())
        && this.column.equals(column.column())
        && type.equals(column.type());
  }

  /** Old registries kept names only: what the catalogue says beside is no change. */
  boolean isVague() {
    return from.equals(Instant.EPOCH)
        && field.schemaType().isEmpty()
        && field.schemaCustom().isEmpty();
  }

  FieldPeriod endedAt(Instant end) {
    return new FieldPeriod(field, column, type, from, Optional.of(end), Standing.PRESENT);
  }

  FieldPeriod standing(Standing other) {
    return new FieldPeriod(field, column, type, from, to, other);
  }

  FieldPeriod described(JiraField better) {
    return new FieldPeriod(better, column, type, from, to, standing);
  }

  FieldColumn asColumn() {
    return new FieldColumn(field, column, type);
  }
}
