package dev.sluice.schemas.issue;

import dev.sluice.schemas.avro.Row;
import java.util.List;

/**
 * What one issue became.
 *
 * @param rows of every selected table, as Jira sent the values
 * @param misfits values that did not fit their column and stand in {@code extra} instead
 * @param historyMismatches fields whose history, replayed forward, does not end at the value they
 *     have; 0 if no table of the history was wanted or the issue came without its changelog. An
 *     issue with any is one mismatch of its shard
 */
public record Extraction(List<Row> rows, int misfits, int historyMismatches) {

  /** Copies the rows. */
  public Extraction {
    rows = List.copyOf(rows);
  }
}
