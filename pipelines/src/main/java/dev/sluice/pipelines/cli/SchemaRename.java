package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.config.ColumnLine;
import dev.sluice.pipelines.config.ConfigException;
import dev.sluice.pipelines.config.NearestWord;
import dev.sluice.pipelines.config.SluiceConfig;
import dev.sluice.schemas.field.FieldColumn;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.mart.MartRole;
import dev.sluice.schemas.mart.MartRoles;
import dev.sluice.schemas.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a column another name, by the configuration.
 *
 * @param registry what columns there are
 * @param file the configuration, which is written
 */
record SchemaRename(
    FieldRegistry registry, SluiceConfig config, Path file, Map<String, String> environment) {

  Report to(String wanted, String column) {
    FieldColumn field = field(wanted);
    Tables.columnNames().refusal(column).ifPresent(why -> refuse("'" + column + "' " + why));
    registry
        .ownerOf(column)
        .filter(owner -> !owner.equals(field.fieldId()))
        .ifPresent(owner -> refuse("column " + column + " belongs to " + owner + " for good"));
    registry.periodsOf(field.fieldId()).stream()
        .filter(period -> period.column().equals(column) && !period.type().equals(field.type()))
        .findFirst()
        .ifPresent(
            period -> refuse("column " + column + " is " + period.type().text() + " for good"));
    write(field.fieldId(), column);
    return new Done(file, field, column, story(field, column));
  }

  private FieldColumn field(String wanted) {
    List<FieldColumn> columns = registry.columns().columns();
    List<FieldColumn> found =
        columns.stream()
            .filter(
                column ->
                    List.of(column.fieldId(), column.name(), column.column()).contains(wanted))
            .toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    List<String> all = new ArrayList<>();
    columns.forEach(c -> all.addAll(List.of(c.fieldId(), c.name(), c.column())));
    if (found.isEmpty()) {
      throw new UsageException(
          "no field has the id, name or column '"
              + wanted
              + "'"
              + NearestWord.among(all, wanted).map(n -> " (did you mean '" + n + "'?)").orElse(""),
          "see 'sluice schema show'");
    }
    throw new UsageException(
        "'" + wanted + "' is the name of " + found.size() + " fields",
        "name one by its id: "
            + String.join(", ", found.stream().map(FieldColumn::fieldId).toList()));
  }

  private void refuse(String reason) {
    throw new UsageException(reason, "choose another name; 'sluice schema show' has all");
  }

  private void write(String id, String column) {
    try {
      Optional<String> changed = ColumnLine.in(Files.readString(file), id, column, environment);
      if (changed.isEmpty()) {
        throw new ConfigException(
            List.of(file + " is laid out in a way that is not changed without guessing"),
            "write 'columns: {" + id + ": " + column + "}' below fields yourself");
      }
      Files.writeString(file, changed.get());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** What becomes of data and views. */
  private List<String> story(FieldColumn field, String column) {
    List<String> story = new ArrayList<>();
    String old = field.column();
    if (old.equals(column)) {
      return List.of("it is called so already: the name is kept whatever happens in Jira");
    }
    story.add("the next run writes " + column + "; " + old + " ends, and keeps what it holds");
    story.add(
        "until an issue is read again its value stands in the old column: query coalesce("
            + column
            + ", "
            + old
            + "), or load everything anew with 'sluice run --full'");
    for (MartRole role : MartRoles.of(config.marts(), registry)) {
      if (role.column().filter(old::equals).isPresent()) {
        String key = "marts." + role.role().key();
        story.add(
            role.origin() == MartRole.Origin.CONFIGURED
                ? key + " names " + old + ": change it to " + column + ", or its views get nulls"
                : key + " follows the field: its views need nothing");
      }
    }
    return story;
  }

  /** What was done, and what it means. */
  private record Done(Path file, FieldColumn field, String column, List<String> story)
      implements Report {

    @Override
    public ExitCode exitCode() {
      return ExitCode.OK;
    }

    @Override
    public Object json() {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("config", file.toString());
      document.put("field_id", field.fieldId());
      document.put("before", field.column());
      document.put("after", column);
      document.put("consequences", story);
      document.put("exit_code", exitCode().code());
      return document;
    }

    @Override
    public String text(Style style) {
      Lines lines = new Lines(0);
      lines.line(
          file
              + ": fields.columns."
              + field.fieldId()
              + ": "
              + column
              + "  # '"
              + field.name()
              + "'");
      story.forEach(line -> lines.line("  " + line));
      return lines.toString();
    }
  }
}
