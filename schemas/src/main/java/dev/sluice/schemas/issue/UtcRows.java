package dev.sluice.schemas.issue;

import dev.sluice.schemas.avro.Row;
import dev.sluice.schemas.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Turns every instant of a row, however deep it stands, from the text Jira sent into microseconds
 * UTC. All other values are taken over as they are. Thread-safe if the listener is.
 */
public final class UtcRows {

  private final Map<String, TableShift> shifts = new HashMap<>();

  /** Prepares the tables; nobody hears of misfits. */
  public UtcRows(List<Table> tables) {
    this(tables, misfit -> {});
  }

  /**
   * Prepares the tables.
   *
   * @param misfits hears of each text that is no instant
   */
  public UtcRows(List<Table> tables, Consumer<Misfit> misfits) {
    tables.forEach(table -> shifts.put(table.name(), new TableShift(table, misfits)));
  }

  /**
   * Returns the row with its instants in UTC. Text that is no instant of the years 1 to 9999
   * becomes null, and in a row of table {@code issue} stands in {@code extra} under its field's id.
   *
   * @throws UnusableIssueException if created or updated of an issue is no instant
   * @throws IllegalArgumentException if the row is of none of the tables
   */
  public Row normalize(Row asSent) {
    TableShift shift = shifts.get(asSent.table());
    if (shift == null) {
      throw new IllegalArgumentException("no table '" + asSent.table() + "' was prepared");
    }
    return new Row(asSent.table(), shift.apply(asSent.record()));
  }
}
