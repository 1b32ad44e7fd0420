package dev.sluice.schemas.field;

import java.util.Optional;

/** Changes in words, a line each, for alerts, reports and errors. */
public final class DriftWords {

  /** What notices about changes are about. */
  public static final String TOPIC = "schema";

  private DriftWords() {}

  /**
   * Returns the sentence about a change.
   *
   * @param columns as they are after it
   */
  public static String of(SchemaChange change, FieldColumns columns) {
    String field = change.fieldId() + " '" + change.name() + "'";
    String column = change.column() == null ? "no column" : "column " + change.column();
    String type =
        columns.of(change.fieldId()).map(it -> " (" + it.field().typeInWords() + ")").orElse("");
    return switch (change.kind()) {
      case ADDED -> "new field " + field + type + ": " + column;
      case RENAMED ->
          isOfColumn(change)
              ? field + " has moved from column " + change.before() + " to " + change.after()
              : field + " was '" + change.before() + "': " + column;
      case RETYPED -> field + " was " + change.before() + ", is " + change.after() + ": " + column;
      case REMOVED -> field + " is gone: " + column + " ends, and keeps what it holds";
      case RESTORED -> field + type + " is there again: " + column;
      case RECREATED ->
          field + type + " was created in place of " + change.before() + ": " + column + " goes on";
      case COLLIDED ->
          field + ": column " + change.before() + " is taken, it has " + change.after();
    };
  }

  /** Returns the sentence about a field that one look has missed. */
  public static String missed(FieldPeriod period) {
    return period.fieldId()
        + " '"
        + period.field().name()
        + "' is not listed"
        + (period.standing() == FieldPeriod.Standing.HIDDEN
            ? ", but exists: it is hidden from the account"
            : ": deleted, or hidden from the account; column "
                + period.column()
                + " stays until the next run looks again");
  }

  /** Whether it is the column that was renamed, and not the field. */
  private static boolean isOfColumn(SchemaChange change) {
    return Optional.ofNullable(change.after()).equals(Optional.ofNullable(change.column()))
        && !change.name().equals(change.after());
  }
}
