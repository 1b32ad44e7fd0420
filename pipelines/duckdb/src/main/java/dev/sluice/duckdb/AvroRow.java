package dev.sluice.duckdb;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.Decoder;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a file into the order of the table they go to, without making records of them.
 * A column the file does not have stays null. The array is used again for the next row.
 */
final class AvroRow implements DatumReader<@Nullable Object[]> {

  private final List<String> columns;
  private final @Nullable Object[] row;
  private Cells[] cells = {};
  private int[] slots = {};

  AvroRow(List<String> columns) {
    this.columns = columns;
    this.row = new @Nullable Object[columns.size()];
  }

  @Override
  public void setSchema(Schema written) {
    cells =
        written.getFields().stream().map(field -> Cells.of(field.schema())).toArray(Cells[]::new);
    slots = written.getFields().stream().mapToInt(field -> columns.indexOf(field.name())).toArray();
  }

  @Override
  public @Nullable Object[] read(@Nullable Object @Nullable [] reuse, Decoder in)
      throws IOException {
    for (int i = 0; i < cells.length; i++) {
      row[slots[i]] = cells[i].read(in);
    }
    return row;
  }
}
