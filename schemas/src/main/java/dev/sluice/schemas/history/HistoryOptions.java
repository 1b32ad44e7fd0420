package dev.sluice.schemas.history;

import java.io.Serializable;
import java.util.Map;

/**
 * What the rows of a history depend on besides the issue.
 *
 * @param statusCategories key of the category by status id, as far as it is known; an issue's own
 *     status is known from the issue
 */
public record HistoryOptions(HistoryInitial initial, Map<String, String> statusCategories)
    implements Serializable {

  /** Copies the categories. */
  public HistoryOptions {
    statusCategories = Map.copyOf(statusCategories);
  }

  /** Returns all values at creation, and no status but the issue's own known. */
  public static HistoryOptions defaults() {
    return new HistoryOptions(HistoryInitial.NON_EMPTY, Map.of());
  }
}
