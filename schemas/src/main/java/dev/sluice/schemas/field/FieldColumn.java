package dev.sluice.schemas.field;

import dev.sluice.schemas.type.Type;
import java.util.List;

/**
 * The column of table {@code issue} that carries a custom field.
 *
 * @param column the column's name; see {@link ColumnNames}
 * @param formerNames names the field had in Jira before: old histories know it by them
 */
public record FieldColumn(JiraField field, String column, Type type, List<String> formerNames) {

  /** Copies the names. */
  public FieldColumn {
    formerNames = List.copyOf(formerNames);
  }

  /** The column of a field that never had another name. */
  public FieldColumn(JiraField field, String column, Type type) {
    this(field, column, type, List.of());
  }

  /** Returns Jira's id of the field, such as {@code customfield_10042}. */
  public String fieldId() {
    return field.id();
  }

  /** Returns the name the field has in Jira now. */
  public String name() {
    return field.name();
  }
}
