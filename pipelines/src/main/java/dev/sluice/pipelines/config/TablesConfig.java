package dev.sluice.pipelines.config;

import dev.sluice.schemas.history.HistoryInitial;
import dev.sluice.schemas.table.TableSelection;
import java.util.List;
import java.util.Set;

/**
 * What is written.
 *
 * @param selected names of the tables a run writes, those about the load included
 * @param required tables whose being hidden from the account makes a run fail instead of warn
 * @param historyInitial which values at creation become rows of the history
 */
public record TablesConfig(
    Set<String> selected, Set<String> required, HistoryInitial historyInitial) {

  /** Everything there is. */
  public static final TablesConfig DEFAULT =
      new TablesConfig(TableSelection.of(List.of(), List.of()), Set.of(), HistoryInitial.NON_EMPTY);

  public TablesConfig {
    selected = Set.copyOf(selected);
    required = Set.copyOf(required);
  }
}
