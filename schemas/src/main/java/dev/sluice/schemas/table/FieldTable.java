package dev.sluice.schemas.table;

import static dev.sluice.schemas.type.Scalar.BOOLEAN;
import static dev.sluice.schemas.type.Scalar.STRING;

/** {@code field}: the catalogue beside the columns it became. */
final class FieldTable {

  static final Declaration<FieldElement> DECLARATION =
      Declaration.<FieldElement>of("field", "Fields the account may see, with their columns.", "id")
          .computed("id", STRING, "Jira's id of the field.", f -> f.field().id())
          .computed("name", STRING, "Name in Jira now; not unique.", f -> f.field().name())
          .computed(
              "column_name",
              STRING,
              "Column of table issue that carries it, the first of several; null if none does.",
              f -> f.column().orElse(null))
          .computed("is_custom", BOOLEAN, "Whether it is a custom field.", f -> f.field().custom())
          .computed("is_array", BOOLEAN, "Whether it holds a list.", FieldElement::isArray)
          .computed(
              "schema_type",
              STRING,
              "Type it declares, such as string, option or array.",
              f -> f.field().schemaType().orElse(null))
          .computed(
              "schema_items",
              STRING,
              "Type it declares for the elements, if it holds a list.",
              f -> f.field().schemaItems().orElse(null))
          .computed(
              "schema_custom",
              STRING,
              "Kind of a custom field, as its type key in Jira.",
              f -> f.field().schemaCustom().orElse(null))
          .withLineage();

  private FieldTable() {}
}
