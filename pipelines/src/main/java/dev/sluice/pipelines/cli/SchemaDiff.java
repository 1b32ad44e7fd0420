package dev.sluice.pipelines.cli;

import dev.sluice.schemas.field.FieldColumn;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.field.FieldPeriod;
import dev.sluice.schemas.field.FieldRegistry;
import dev.sluice.schemas.layout.ExitCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What differs between the columns of two moments, field by field. */
record SchemaDiff(Instant from, Instant to, List<Difference> differences) implements Report {

  /** What a field was and what it is; null where it is not. */
  record Difference(String fieldId, @Nullable ShownColumn before, @Nullable ShownColumn after) {}

  /** Compares; without a start, with what was before the latest change. */
  static SchemaDiff between(
      FieldRegistry registry, @Nullable Instant from, @Nullable Instant to, Instant now) {
    Instant end = to == null ? now : to;
    Instant start =
        from != null
            ? from
            : registry.periods().stream()
                .flatMap(period -> moments(period))
                .max(Instant::compareTo)
                .map(latest -> latest.minus(1, ChronoUnit.MICROS))
                .orElse(end);
    FieldColumns before = registry.at(start);
    FieldColumns after = registry.at(end);
    List<Difference> differences = new ArrayList<>();
    registry.fieldIds().stream()
        .sorted()
        .forEach(
            id -> {
              ShownColumn was = shown(before.of(id));
              ShownColumn is = shown(after.of(id));
              if (was == null ? is != null : !was.equals(is)) {
                differences.add(new Difference(id, was, is));
              }
            });
    return new SchemaDiff(start, end, differences);
  }

  private static Stream<Instant> moments(FieldPeriod period) {
    return Stream.concat(Stream.of(period.from()), period.to().stream());
  }

  private static @Nullable ShownColumn shown(Optional<FieldColumn> column) {
    return column.map(ShownColumn::of).orElse(null);
  }

  @Override
  public ExitCode exitCode() {
    return ExitCode.OK;
  }

  @Override
  public Object json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("from", from);
    document.put("to", to);
    document.put("differences", differences);
    document.put("exit_code", exitCode().code());
    return document;
  }

  @Override
  public String text(Style style) {
    if (differences.isEmpty()) {
      return "no difference between " + from + " and " + to;
    }
    Lines lines = new Lines(0);
    lines.line("from " + from + " to " + to);
    for (Difference difference : differences) {
      if (difference.before() != null) {
        lines.line("  - " + told(difference.before()));
      }
      if (difference.after() != null) {
        lines.line("  + " + told(difference.after()));
      }
    }
    return lines.toString();
  }

  private static String told(ShownColumn column) {
    return column.column()
        + " "
        + column.type()
        + ": "
        + column.fieldId()
        + " '"
        + column.name()
        + "' ("
        + column.jiraType()
        + ")";
  }
}
