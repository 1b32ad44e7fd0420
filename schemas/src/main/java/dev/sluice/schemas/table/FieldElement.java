package dev.sluice.schemas.table;

import dev.sluice.schemas.field.JiraField;
import java.util.Optional;

/**
 * What a row of table {@code field} is made from.
 *
 * @param column the first column of table {@code issue} that carries the field
 */
public record FieldElement(JiraField field, Optional<String> column) {

  boolean isArray() {
    return field.schemaType().filter("array"::equals).isPresent();
  }
}
