package dev.sluice.schemas.table;

import static dev.sluice.schemas.type.Scalar.STRING;
import static dev.sluice.schemas.type.Scalar.TIMESTAMP;

/** {@code _schema_change}: what changed about the fields between two runs. */
final class SchemaChangeTable {

  static final Table TABLE =
      Declaration.of(
              "_schema_change",
              "Fields, statuses, issue types and priorities that came, went or changed from one run to the"
                  + " next.",
              "run_id",
              "field_id",
              "kind")
          .column("at", TIMESTAMP, "Start of the run that saw it.")
          .column("run_id", STRING, "Run that saw it.")
          .column(
              "kind",
              STRING,
              "What happened: added, renamed, retyped, removed, restored, recreated or collided.")
          .column(
              "field_id",
              STRING,
              "Jira's id of the field that changed; status:<id>, issue_type:<id> or priority:<id> of"
                  + " what is no field.")
          .column("column_name", STRING, "Column of table issue that carries it.")
          .column(
              "before",
              STRING,
              "What it was: the name, the type of a field, the category of a status, the id of the field"
                  + " it was created in place of, the column it should have had.")
          .column("after", STRING, "What it is, in the same terms.")
          .build()
          .table();

  private SchemaChangeTable() {}
}
