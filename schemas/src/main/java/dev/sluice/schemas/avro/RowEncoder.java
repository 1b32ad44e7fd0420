package dev.sluice.schemas.avro;

import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * Writes the rows of one table in Avro's binary form, byte for byte as Avro's own generic writer
 * does. That one finds out anew for each value which branch of its union it takes and whether
 * somebody converts it; for columns of one known type each, this takes a third of the time.
 *
 * <p>Not thread-safe: the buffer is used again.
 */
public final class RowEncoder {

  private final Schema schema;
  private final ValueEncoder[] columns;
  private final AvroBytes bytes = new AvroBytes();

  /**
   * Prepares the columns.
   *
   * @param schema of a table, as {@link AvroSchemas} makes it
   */
  public RowEncoder(Schema schema) {
    this.schema = schema;
    this.columns = ValueEncoder.members(schema);
  }

  /**
   * Returns the row's bytes, valid until the next row.
   *
   * @throws IllegalArgumentException naming the column whose value is not of its type
   */
  public ByteBuffer encode(IndexedRecord row) {
    bytes.clear();
    for (int i = 0; i < columns.length; i++) {
      try {
        columns[i].write(row.get(i), bytes);
      } catch (ClassCastException | NullPointerException e) {
        String column = schema.getName() + "." + schema.getFields().get(i).name();
        throw new IllegalArgumentException(column + ": " + e.getMessage(), e);
      }
    }
    return bytes.written();
  }
}
