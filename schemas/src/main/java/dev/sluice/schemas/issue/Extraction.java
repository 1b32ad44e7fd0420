package dev.sluice.schemas.issue;

import dev.sluice.schemas.avro.Row;
import java.util.List;

/**
 * What one issue became.
 *
 * @param rows of every selected table, as Jira sent the values
 * @param misfits values that did not fit their column and stand in {@code extra} instead
 */
public record Extraction(List<Row> rows, int misfits) {

  /** Copies the rows. */
  public Extraction {
    rows = List.copyOf(rows);
  }
}
