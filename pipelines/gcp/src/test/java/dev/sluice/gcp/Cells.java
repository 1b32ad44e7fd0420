package dev.sluice.gcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.services.bigquery.model.TableFieldSchema;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Values of files and of BigQuery's answers in one form, to be compared. */
final class Cells {

  private static final ObjectMapper JSON = new ObjectMapper();
  static final String NOTHING = "-";
  private static final String EMPTY = "[]";

  private Cells() {}

  /** A value of a file; a list that is null is an empty one, as in BigQuery. */
  static String of(@Nullable Object value, Schema schema) {
    if (schema.getType() == Schema.Type.UNION) {
      return of(value, schema.getTypes().get(1));
    }
    if (value == null) {
      return schema.getType() == Schema.Type.ARRAY ? EMPTY : NOTHING;
    }
    return switch (schema.getType()) {
      case ARRAY ->
          ((List<?>) value)
              .stream()
                  .map(each -> of(each, schema.getElementType()))
                  .collect(Collectors.joining(", ", "[", "]"));
      case RECORD ->
          schema.getFields().stream()
              .map(field -> of(((GenericRecord) value).get(field.pos()), field.schema()))
              .collect(Collectors.joining(", ", "{", "}"));
      case INT ->
          schema.getLogicalType() instanceof LogicalTypes.Date
              ? date((int) value)
              : value.toString();
      default ->
          "json".equals(schema.getProp("sluice.type")) ? json(value.toString()) : value.toString();
    };
  }

  /** A value of an answer. */
  static String of(@Nullable Object value, TableFieldSchema field) {
    if ("REPEATED".equals(field.getMode())) {
      return value == null
          ? EMPTY
          : ((List<?>) value)
              .stream()
                  .map(each -> one(((Map<?, ?>) each).get("v"), field))
                  .collect(Collectors.joining(", ", "[", "]"));
    }
    return one(value, field);
  }

  private static String one(@Nullable Object value, TableFieldSchema field) {
    if (value == null || value.getClass() == Object.class) {
      return NOTHING;
    }
    return switch (field.getType()) {
      case "RECORD", "STRUCT" -> record((Map<?, ?>) value, field.getFields());
      case "FLOAT", "FLOAT64" -> Double.toString(Double.parseDouble(value.toString()));
      case "JSON" -> json(value.toString());
      default -> value.toString();
    };
  }

  private static String record(Map<?, ?> row, List<TableFieldSchema> fields) {
    List<?> cells = (List<?>) Objects.requireNonNull(row.get("f"));
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < fields.size(); i++) {
      text.append(i == 0 ? "" : ", ")
          .append(of(((Map<?, ?>) cells.get(i)).get("v"), fields.get(i)));
    }
    return text.append('}').toString();
  }

  static String date(int epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }

  static String json(String text) {
    try {
      return JSON.readTree(text).toString();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
