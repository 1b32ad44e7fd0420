package dev.sluice.schemas.table;

import dev.sluice.schemas.field.JiraField;
import dev.sluice.schemas.type.Type;
import java.util.Optional;

/**
 * A column of a table.
 *
 * @param doc one sentence for the people who query it; for a custom field with its id, name and
 *     type in Jira
 * @param required whether every row has a value: true for keys only
 * @param fieldId the Jira field whose value it carries, if it carries one
 * @param field the custom field behind it
 */
public record Column(
    String name,
    Type type,
    String doc,
    boolean required,
    Optional<String> fieldId,
    Optional<JiraField> field) {

  static Column of(String name, Type type, String doc) {
    return new Column(name, type, doc, false, Optional.empty(), Optional.empty());
  }

  Column asKey() {
    return new Column(name, type, doc, true, fieldId, field);
  }

  Column carrying(Optional<String> jiraFieldId) {
    return new Column(name, type, doc, required, jiraFieldId, field);
  }
}
