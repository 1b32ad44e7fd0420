package dev.sluice.schemas.avro;

import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Writes the values of one type, as https://avro.apache.org/docs/1.11.1/specification/ has it. */
interface ValueEncoder {

  /**
   * Writes the value.
   *
   * @throws ClassCastException if it is of another type
   * @throws NullPointerException if it is null and the type is not nullable
   */
  void write(@Nullable Object value, AvroBytes bytes);

  /** Decides once what each value of the schema needs. */
  static ValueEncoder of(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> new TextEncoder();
      case LONG -> (value, bytes) -> bytes.writeLong((Long) present(value));
      case INT -> (value, bytes) -> bytes.writeLong((Integer) present(value));
      case DOUBLE -> (value, bytes) -> bytes.writeDouble((Double) present(value));
      case BOOLEAN -> (value, bytes) -> bytes.writeBoolean((Boolean) present(value));
      case ARRAY -> list(of(schema.getElementType()));
      case RECORD -> record(schema);
      case UNION -> nullable(schema);
      default -> throw new IllegalArgumentException("no column is of Avro type " + schema);
    };
  }

  private static ValueEncoder nullable(Schema union) {
    List<Schema> types = union.getTypes();
    if (types.size() != 2 || types.get(0).getType() != Schema.Type.NULL) {
      throw new IllegalArgumentException("no column is of Avro type " + union);
    }
    ValueEncoder present = of(types.get(1));
    return (value, bytes) -> {
      bytes.writeLong(value == null ? 0 : 1);
      if (value != null) {
        present.write(value, bytes);
      }
    };
  }

  /** One block of all elements, then the empty one that ends every list. */
  private static ValueEncoder list(ValueEncoder element) {
    return (value, bytes) -> {
      Collection<?> elements = (Collection<?>) present(value);
      if (!elements.isEmpty()) {
        bytes.writeLong(elements.size());
        for (Object each : elements) {
          element.write(each, bytes);
        }
      }
      bytes.writeLong(0);
    };
  }

  private static ValueEncoder record(Schema schema) {
    ValueEncoder[] members = members(schema);
    return (value, bytes) -> {
      IndexedRecord record = (IndexedRecord) present(value);
      for (int i = 0; i < members.length; i++) {
        members[i].write(record.get(i), bytes);
      }
    };
  }

  static ValueEncoder[] members(Schema record) {
    return record.getFields().stream()
        .map(field -> of(field.schema()))
        .toArray(ValueEncoder[]::new);
  }

  private static Object present(@Nullable Object value) {
    if (value == null) {
      throw new NullPointerException("a value that may not be null is");
    }
    return value;
  }

  /**
   * Rows of one issue, one history, one page follow each other and share the very texts: the last
   * one is kept in its binary form. Only of a {@code String} does the same object stay the same.
   */
  final class TextEncoder implements ValueEncoder {

    private @Nullable Object last;
    private byte[] lastUtf8 = {};

    @Override
    public void write(@Nullable Object value, AvroBytes bytes) {
      if (value != last || !(value instanceof String)) {
        lastUtf8 = AvroBytes.utf8(((CharSequence) present(value)).toString());
        last = value;
      }
      bytes.writeText(lastUtf8);
    }
  }
}
