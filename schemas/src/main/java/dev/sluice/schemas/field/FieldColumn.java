package dev.sluice.schemas.field;

import dev.sluice.schemas.type.Type;

/**
 * The column of table {@code issue} that carries a custom field.
 *
 * @param column the column's name; see {@link ColumnNames}
 */
public record FieldColumn(JiraField field, String column, Type type) {

  /** Returns Jira's id of the field, such as {@code customfield_10042}. */
  public String fieldId() {
    return field.id();
  }

  /** Returns the name the field has in Jira now. */
  public String name() {
    return field.name();
  }
}
