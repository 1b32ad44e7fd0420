package dev.sluice.pipelines.cli;

import dev.sluice.pipelines.run.SchemaLook;
import dev.sluice.schemas.field.FieldColumn;
import dev.sluice.schemas.field.SchemaChange;
import dev.sluice.schemas.layout.ExitCode;
import dev.sluice.schemas.layout.Notice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the next run would change.
 *
 * @param strict whether a change is a failure
 */
record SchemaCheck(SchemaLook look, boolean strict) implements Report {

  /** A change, for programs. The keys are contract. */
  record Change(
      String kind,
      String fieldId,
      String name,
      @Nullable String columnName,
      @Nullable String before,
      @Nullable String after) {

    static Change of(SchemaChange change) {
      return new Change(
          change.kind().word(),
          change.fieldId(),
          change.name(),
          change.column(),
          change.before(),
          change.after());
    }
  }

  @Override
  public ExitCode exitCode() {
    return strict && differs() ? ExitCode.DATA_GATE : ExitCode.OK;
  }

  private boolean differs() {
    return !look.look().changes().isEmpty() || !look.look().missed().isEmpty();
  }

  @Override
  public Object json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", look.known().version());
    document.put("changes", look.look().changes().stream().map(Change::of).toList());
    document.put("notices", look.notices());
    document.put("refused", look.refusals());
    document.put("columns", look.look().columns().columns().stream().map(ShownColumn::of).toList());
    document.put("exit_code", exitCode().code());
    return document;
  }

  @Override
  public String text(Style style) {
    Lines lines = new Lines(5);
    List<FieldColumn> columns = look.look().columns().columns();
    if (look.known().version() == 0) {
      lines.line("no run yet: the first one will make " + Figures.count(columns.size(), "column"));
    } else if (!differs()) {
      lines.line("nothing has changed: " + Figures.count(columns.size(), "column"));
    } else {
      lines.line("the next run will see:");
    }
    for (Notice notice : look.notices()) {
      lines.entry(notice.isAlert() ? "alert" : "note", notice.message());
    }
    if (!look.refusals().isEmpty()) {
      lines.line(style.bad("and it will end with 65 before it writes anything"));
    }
    return lines.toString();
  }
}
