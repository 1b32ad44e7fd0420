package dev.sluice.pipelines.cli;

import dev.sluice.schemas.layout.Documents;
import dev.sluice.transforms.local.AnswerReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer, whole. */
final class Answer implements AnswerReader {

  private List<AnswerColumn> columns = List.of();
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  @Override
  public void columns(List<AnswerColumn> all) {
    columns = List.copyOf(all);
  }

  @Override
  public void row(List<@Nullable Object> values) {
    rows.add(values);
  }

  List<AnswerColumn> columns() {
    return columns;
  }

  int size() {
    return rows.size();
  }

  /** The cells of a row as text; nothing where there is no value. */
  List<String> texts(int row) {
    return rows.get(row).stream().map(Answer::text).toList();
  }

  /** A row by the names of its columns. */
  Map<String, @Nullable Object> named(int row) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      named.put(columns.get(i).name(), rows.get(row).get(i));
    }
    return named;
  }

  private static String text(@Nullable Object value) {
    if (value instanceof List || value instanceof Map) {
      return Documents.writeLine(value);
    }
    return Objects.toString(value, "");
  }
}
