package dev.sluice.gcp;

import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableRow;
import dev.sluice.schemas.view.View;
import dev.sluice.transforms.local.AnswerReader;
import dev.sluice.transforms.local.LocalWarehouse;
import dev.sluice.transforms.local.OpenWarehouse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a view as texts, ordered, whichever database answers.
 *
 * @param columns by name, without those that tell the time of the question
 */
record ViewAnswers(List<String> columns, List<String> rows) {

  private static final String NOTHING = "-";

  static ViewAnswers ofBigQuery(Bigquery client, String project, String dataset, View view) {
    Answers answers =
        Answers.of(
            client, project, "SELECT * FROM " + new SqlNames(project, dataset).table(view.name()));
    List<String> columns = answers.fields().stream().map(TableFieldSchema::getName).toList();
    List<String> rows = new ArrayList<>();
    for (TableRow row : answers.rows()) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        cells.add(cell(row.getF().get(i).getV(), answers.fields().get(i)));
      }
      rows.add(text(view, columns, cells));
    }
    return sorted(columns, rows);
  }

  static ViewAnswers ofDuckDb(Path file, View view) {
    Reader reader = new Reader(view);
    try (OpenWarehouse open = LocalWarehouse.required().open(file)) {
      open.ask(
          "SELECT * FROM \"%s\".\"%s\"".formatted(view.schema(), view.name()), List.of(), reader);
    }
    return sorted(reader.columns, reader.rows);
  }

  /** What only one of the two says, a few lines at most. */
  List<String> differencesTo(ViewAnswers truth, String name) {
    List<String> missing = new ArrayList<>(truth.rows);
    rows.forEach(missing::remove);
    List<String> extra = new ArrayList<>(rows);
    truth.rows.forEach(extra::remove);
    List<String> differences = new ArrayList<>();
    if (!columns.equals(truth.columns)) {
      differences.add(name + " has columns " + columns + ", not " + truth.columns);
    }
    missing.stream().limit(3).forEach(row -> differences.add("missing in " + name + ": " + row));
    extra.stream().limit(3).forEach(row -> differences.add("too much in " + name + ": " + row));
    return differences;
  }

  private static ViewAnswers sorted(List<String> columns, List<String> rows) {
    rows.sort(null);
    return new ViewAnswers(columns, rows);
  }

  private static String text(View view, List<String> columns, List<String> cells) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!tellsTheTime(view).contains(columns.get(i))) {
        text.add(columns.get(i) + "=" + cells.get(i));
      }
    }
    return String.join("|", text);
  }

  private static Set<String> tellsTheTime(View view) {
    return switch (view.name()) {
      case "data_freshness" -> Set.of("lag_seconds");
      case "status_category" -> Set.of("_fivetran_synced");
      default -> Set.of();
    };
  }

  private static String cell(@Nullable Object value, TableFieldSchema field) {
    if (value == null || value.getClass() == Object.class) {
      return NOTHING;
    }
    String text = value.toString();
    return switch (field.getType()) {
      case "FLOAT", "FLOAT64", "INTEGER", "INT64", "NUMERIC", "BIGNUMERIC" -> number(text);
      default -> text;
    };
  }

  private static String number(String text) {
    return Double.toString(Double.parseDouble(text));
  }

  private static final class Reader implements AnswerReader {

    private final View view;
    private List<AnswerColumn> types = List.of();
    private List<String> columns = List.of();
    private final List<String> rows = new ArrayList<>();

    Reader(View view) {
      this.view = view;
    }

    @Override
    public void columns(List<AnswerColumn> found) {
      types = found;
      columns = found.stream().map(AnswerColumn::name).toList();
    }

    @Override
    public void row(List<@Nullable Object> values) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        cells.add(cell(values.get(i), types.get(i)));
      }
      rows.add(text(view, columns, cells));
    }

    private static String cell(@Nullable Object value, AnswerColumn column) {
      if (value == null) {
        return NOTHING;
      }
      if (column.type().equals("TIMESTAMP")) {
        Instant time = LocalDateTime.parse(value.toString()).toInstant(ZoneOffset.UTC);
        return String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, time));
      }
      return column.number() ? number(value.toString()) : value.toString();
    }
  }
}
