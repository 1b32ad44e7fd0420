package dev.sluice.schemas.avro;

import dev.sluice.schemas.table.Declaration;
import dev.sluice.schemas.table.Lineage;
import dev.sluice.schemas.table.Table;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * Makes the rows of one table, with their instants as sent. Everything that can be decided once is
 * decided here, so that reading is a walk over an array. Thread-safe.
 *
 * @param <E> what one row is made from
 */
public final class RowReader<E> {

  private final Table table;
  private final Schema schema;
  private final List<Cell<E>> cells;
  private final int lineageStart;

  /** All rows of a page share one time: writing it out anew for each would cost more than a row. */
  private volatile WrittenTime readAt = new WrittenTime(Instant.EPOCH, Instant.EPOCH.toString());

  /** Prepares the reading of a declared table. */
  public RowReader(Declaration<E> declaration) {
    table = declaration.table();
    schema = AvroSchemas.of(table, Stage.AS_SENT);
    cells = Cell.of(declaration, schema);
    lineageStart = schema.getField("_site") == null ? -1 : schema.getField("_site").pos();
  }

  /** Returns the table whose rows this makes. */
  public Table table() {
    return table;
  }

  /** Returns a row with every column but those that are filled from elsewhere. */
  public Row read(E element, Lineage lineage, MisfitListener misfits) {
    GenericRecord record = new GenericData.Record(schema);
    for (Cell<E> cell : cells) {
      cell.fill(record, element, misfits);
    }
    if (lineageStart >= 0) {
      record.put(lineageStart, lineage.site());
      record.put(lineageStart + 1, lineage.runId());
      record.put(lineageStart + 2, lineage.shardId());
      record.put(lineageStart + 3, written(lineage.readAt()));
    }
    return new Row(table.name(), record);
  }

  private String written(Instant time) {
    WrittenTime last = readAt;
    if (!last.time.equals(time)) {
      last = new WrittenTime(time, time.toString());
      readAt = last;
    }
    return last.text;
  }

  private record WrittenTime(Instant time, String text) {}
}
