package dev.sluice.pipelines.cli;

import static dev.sluice.pipelines.cli.TextTable.Heading.names;
import static dev.sluice.pipelines.cli.TextTable.Heading.words;

import dev.sluice.schemas.avro.AvroSchemas;
import dev.sluice.schemas.avro.Stage;
import dev.sluice.schemas.field.FieldColumn;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.layout.Documents;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.sql.BigQueryTable;
import dev.sluice.schemas.sql.DuckDbTable;
import dev.sluice.schemas.table.Table;
import dev.sluice.schemas.table.Tables;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of custom fields at a moment.
 *
 * @param version of the registry they were read from
 */
record SchemaShow(int version, Instant at, FieldColumns columns, SchemaFormat format)
    implements Report {

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }

  @Override
  public Object json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", version);
    document.put("at", at);
    document.put("columns", columns.columns().stream().map(ShownColumn::of).toList());
    document.put("exit_code", exitCode().code());
    return document;
  }

  @Override
  public String text(Style style) {
    Table issue = Tables.issue(columns);
    return switch (format) {
      case TABLE -> table(style);
      case MARKDOWN -> markdown();
      case JSON -> json(json());
      case AVRO -> AvroSchemas.of(issue, Stage.UTC).toString(true);
      case BIGQUERY -> BigQueryTable.schema(issue).toPrettyString();
      case DDL -> DuckDbTable.create(issue);
    };
  }

  private static String json(Object document) {
    return new String(Documents.write(document), StandardCharsets.UTF_8).strip();
  }

  private String table(Style style) {
    if (version == 0) {
      return "no run has published a column yet; 'sluice discover' shows those of the first run";
    }
    Lines lines = new Lines(0);
    lines.line("version " + version + ", " + Figures.count(columns.columns().size(), "column"));
    TextTable table =
        new TextTable(
            names("custom field"),
            words("name"),
            names("column"),
            names("type"),
            words("Jira type"));
    for (FieldColumn column : columns.columns()) {
      ShownColumn shown = ShownColumn.of(column);
      table.row(shown.fieldId(), shown.name(), shown.column(), shown.type(), shown.jiraType());
    }
    table.drawIn(lines, style, Integer.MAX_VALUE);
    return lines.toString();
  }

  private String markdown() {
    Lines lines = new Lines(0);
    lines.line("| column | type | field | name | Jira type |").line("|---|---|---|---|---|");
    for (FieldColumn column : columns.columns()) {
      ShownColumn shown = ShownColumn.of(column);
      List<String> cells =
          List.of(
              "`" + shown.column() + "`",
              "`" + shown.type() + "`",
              "`" + shown.fieldId() + "`",
              cell(shown.name()),
              cell(shown.jiraType()));
      lines.line("| " + String.join(" | ", cells) + " |");
    }
    return lines.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "&#124;").replace("<", "&lt;").replaceAll("\\R", " ");
  }
}
