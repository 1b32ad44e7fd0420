package dev.sluice.schemas.table;

import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

/** {@code _field}: what each field was and which column carried it, from when until when. */
final class FieldColumnTable {

  static final Table TABLE =
      Declaration.of(
              "_field", "Which column carried which field, and when.", "field_id", "valid_from")
          .column("field_id", STRING, "Jira's id of the field.")
          .column("name", STRING, "Name in Jira at that time.")
          .column("column_name", STRING, "Column of table issue that carried it.")
          .column("schema_type", STRING, "Type it declared, such as string, option or array.")
          .column("schema_items", STRING, "Type it declared for the elements, if it holds a list.")
          .column("schema_custom", STRING, "Kind of a custom field, as its type key in Jira.")
          .column("valid_from", TIMESTAMP, "Start of the run that saw it so first.")
          .column("valid_to", TIMESTAMP, "Start of the run that saw it otherwise; null if none.")
          .build()
          .table();

  private FieldColumnTable() {}
}
