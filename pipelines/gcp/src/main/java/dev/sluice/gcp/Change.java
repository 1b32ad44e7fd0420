package dev.sluice.gcp;

import java.time.Instant;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the row of one key.
 *
 * @param row all of it, or what has its key when it is deleted
 * @param order which of several changes of the same key counts
 * @param goneAt when its issue was found gone; null when the issue is there
 */
record Change(
    MergedTable table, Kind kind, GenericRecord row, ChangeOrder order, @Nullable Instant goneAt) {

  /** The words are BigQuery's. */
  enum Kind {
    UPSERT,
    DELETE
  }

  static Change upsert(MergedTable table, GenericRecord row, ChangeOrder order) {
    return new Change(table, Kind.UPSERT, row, order, null);
  }

  static Change delete(MergedTable table, GenericRecord row, ChangeOrder order) {
    return new Change(table, Kind.DELETE, row, order, null);
  }
}
