package dev.sluice.pipelines.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code fields}. */
final class FieldsSection {

  private static final String COLUMN = "[a-z][a-z0-9_]{0,127}";

  private FieldsSection() {}

  static FieldsConfig read(Section fields) {
    fields.choice("naming", List.of("friendly"));
    fields.choice("extra", List.of("unmapped"));
    if (fields
        .choice("on-rename", List.of("keep-column", "follow"))
        .equals(Optional.of("follow"))) {
      fields.notYet("on-rename", "write keep-column");
    }
    // Without drift detection a recreated field always gets a column of its own.
    if (fields
        .choice("on-recreate", List.of("take-over", "new-column"))
        .equals(Optional.of("take-over"))) {
      fields.notYet("on-recreate", "write new-column");
    }
    for (String selection : List.of("include", "exclude", "watch")) {
      if (!fields.texts(selection).isEmpty()) {
        fields.notYet(selection, "leave it out");
      }
    }
    Map<String, String> columns = fields.textByName("columns");
    columns.forEach((id, column) -> check(fields, id, column));
    fields.finish();
    return new FieldsConfig(columns);
  }

  private static void check(Section fields, String id, String column) {
    if (!id.startsWith("customfield_")) {
      fields.problem("columns", "'" + id + "' is no field id such as customfield_10042");
    }
    if (!column.matches(COLUMN)) {
      fields.problem(
          "columns", "'" + column + "' is no column name (lower case letters, digits and _)");
    }
  }
}
