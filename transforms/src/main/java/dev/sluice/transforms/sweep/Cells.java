package dev.sluice.transforms.sweep;

import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Reads cells of rows of which an old file may not have every column. */
final class Cells {

  private Cells() {}

  /** Empty when there is no such text. */
  static String text(GenericRecord row, String column) {
    Object value = value(row, column);
    return value == null ? "" : value.toString();
  }

  static long number(GenericRecord row, String column, long otherwise) {
    return value(row, column) instanceof Long number ? number : otherwise;
  }

  private static @Nullable Object value(GenericRecord row, String column) {
    return row.hasField(column) ? row.get(column) : null;
  }
}
