package dev.sluice.transforms;

import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.avro.RowBuilder;
import dev.sluice.schemas.field.FieldPeriod;
import dev.sluice.schemas.field.SchemaChange;
import dev.sluice.schemas.layout.RunHeader;
import dev.sluice.schemas.table.Tables;

/** Makes the rows that tell what fields are and were. */
final class SchemaRows {

  private SchemaRows() {}

  static Row of(FieldPeriod period) {
    return RowBuilder.of(Tables.FIELD_COLUMN)
        .with("field_id", period.fieldId())
        .with("name", period.field().name())
        .with("column_name", period.column())
        .with("schema_type", period.field().schemaType())
        .with("schema_items", period.field().schemaItems())
        .with("schema_custom", period.field().schemaCustom())
        .with("valid_from", period.from())
        .with("valid_to", period.to())
        .build();
  }

  static Row of(SchemaChange change, RunHeader run) {
    return RowBuilder.of(Tables.SCHEMA_CHANGE)
        .with("at", run.startedAt())
        .with("run_id", run.runId())
        .with("kind", change.kind().word())
        .with("field_id", change.fieldId())
        .with("column_name", change.column())
        .with("before", change.before())
        .with("after", change.after())
        .build();
  }
}
