package dev.sluice.schemas.avro;

import dev.sluice.schemas.table.Column;

/** Hears of values that do not fit their column; the column of the row is null then. */
@FunctionalInterface
public interface MisfitListener {

  /** Called once for each such value, in column order. */
  void misfit(Column column);
}
