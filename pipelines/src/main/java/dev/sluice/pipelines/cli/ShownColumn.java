package dev.sluice.pipelines.cli;

import dev.sluice.schemas.field.FieldColumn;

/** A column of a custom field, for programs. The keys are contract. */
record ShownColumn(String fieldId, String name, String column, String type, String jiraType) {

  static ShownColumn of(FieldColumn column) {
    return new ShownColumn(
        column.fieldId(),
        column.name(),
        column.column(),
        column.type().text(),
        column.field().typeInWords());
  }
}
