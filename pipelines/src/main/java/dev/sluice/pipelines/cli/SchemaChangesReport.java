package dev.sluice.pipelines.cli;

import static dev.sluice.pipelines.cli.TextTable.Heading.names;
import static dev.sluice.pipelines.cli.TextTable.Heading.words;

import dev.sluice.pipelines.run.SchemaHistory;
import dev.sluice.schemas.layout.ExitCode;
import java.util.List;
import java.util.Map;

/**
 * Every change that runs have seen.
 *
 * @param changes the oldest first
 */
record SchemaChangesReport(List<SchemaHistory.Change> changes) implements Report {

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }

  @Override
  public Object json() {
    return Map.of("changes", changes, "exit_code", exitCode().code());
  }

  @Override
  public String text(Style style) {
    if (changes.isEmpty()) {
      return "no change yet";
    }
    Lines lines = new Lines(0);
    TextTable table =
        new TextTable(
            names("at (UTC)"),
            names("kind"),
            names("what"),
            words("column"),
            words("before"),
            words("after"));
    for (SchemaHistory.Change change : changes) {
      table.row(
          change.at().toString(),
          change.kind(),
          change.fieldId(),
          change.columnName().orElse("-"),
          change.before().orElse("-"),
          change.after().orElse("-"));
    }
    table.drawIn(lines, style, Integer.MAX_VALUE);
    return lines.toString();
  }
}
