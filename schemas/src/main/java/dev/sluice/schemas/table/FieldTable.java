package dev.sluice.schemas.table;

import static dev.sluice.schemas.type.Scalar.BOOLEAN;
import static dev.sluice.schemas.type.Scalar.STRING;

/** {@code field}: the catalogue beside the columns it became. */
final class FieldTable {

  static final Declaration<FieldElement> DECLARATION =
      Declaration.<FieldElement>of("field", "id")
          .computed("id", STRING, "Jira's id of the field.", f -> f.field().id())
          .computed("name", STRING, "Name in Jira now; not unique.", f -> f.field().name())
          .computed(
              "column_name",
              STRING,
              "Column of table issue that carries it: of several the first.",
              f -> f.column().orElse(null))
          .computed("is_custom", BOOLEAN, "Whether it is a custom field.", f -> f.field().custom())
          .computed("is_array", BOOLEAN, "Whether it holds a list.", FieldElement::isArray)
          .computed(
              "schema_type", STRING, "Declared type.", f -> f.field().schemaType().orElse(null))
          .computed(
              "schema_items",
              STRING,
              "Declared type of a list's elements.",
              f -> f.field().schemaItems().orElse(null))
          .computed(
              "schema_custom",
              STRING,
              "Kind of a custom field.",
              f -> f.field().schemaCustom().orElse(null))
          .withLineage();

  private FieldTable() {}
}
