package dev.sluice.duckdb;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value of an Avro file in the form the appender takes. A text that is a column stays the
 * bytes it is, an instant its microseconds; inside a list or record they become a {@code String}
 * and a {@code LocalDateTime}, because only those are taken there.
 */
interface Cells {

  /** The value, or null. */
  @Nullable Object read(Decoder in) throws IOException;

  /** For a column of a row. */
  static Cells of(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> nullable(schema, Cells::of);
      case STRING -> Cells::utf8;
      case LONG -> Decoder::readLong;
      default -> inside(schema);
    };
  }

  private static Cells inside(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> nullable(schema, Cells::inside);
      case STRING -> in -> in.readString(null).toString();
      case INT -> Decoder::readInt;
      case LONG ->
          schema.getLogicalType() == null ? Decoder::readLong : in -> instant(in.readLong());
      case DOUBLE -> Decoder::readDouble;
      case BOOLEAN -> Decoder::readBoolean;
      case ARRAY -> list(inside(schema.getElementType()));
      case RECORD -> struct(schema);
      default -> throw new IllegalArgumentException("no column is of Avro type " + schema);
    };
  }

  /** Chooses by the type of a value that is not null. */
  interface ByType {
    Cells of(Schema schema);
  }

  private static Cells nullable(Schema union, ByType byType) {
    int nothing = union.getIndexNamed("null");
    Cells present = byType.of(ColumnType.present(union));
    return in -> {
      if (in.readIndex() == nothing) {
        in.readNull();
        return null;
      }
      return present.read(in);
    };
  }

  private static byte[] utf8(Decoder in) throws IOException {
    Utf8 text = in.readString(null);
    byte[] bytes = text.getBytes();
    return bytes.length == text.getByteLength()
        ? bytes
        : Arrays.copyOf(bytes, text.getByteLength());
  }

  private static LocalDateTime instant(long micros) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L),
        (int) Math.floorMod(micros, 1_000_000L) * 1000,
        ZoneOffset.UTC);
  }

  private static Cells list(Cells element) {
    return in -> {
      List<@Nullable Object> elements = new ArrayList<>();
      for (long block = in.readArrayStart(); block > 0; block = in.arrayNext()) {
        for (long i = 0; i < block; i++) {
          elements.add(element.read(in));
        }
      }
      return elements;
    };
  }

  private static Cells struct(Schema schema) {
    List<String> names = schema.getFields().stream().map(Schema.Field::name).toList();
    List<Cells> members = schema.getFields().stream().map(field -> inside(field.schema())).toList();
    return in -> {
      Map<String, @Nullable Object> record = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        record.put(names.get(i), members.get(i).read(in));
      }
      return record;
    };
  }
}
