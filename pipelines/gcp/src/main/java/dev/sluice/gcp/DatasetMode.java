package dev.sluice.gcp;

import com.google.api.services.bigquery.model.Table;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.config.WriteMode;
import dev.sluice.pipelines.run.RunException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the mode of a dataset asks of its tables. A table keeps the mode it was made for, as a
 * label: BigQuery changes no row by a statement where changes are streamed to, and rows that were
 * merged have no place in the order of changes.
 */
record DatasetMode(WriteMode mode) {

  private static final String LABEL = "sluice_mode";
  private static final String CDC = "cdc";
  private static final int MOST_COLUMNS = 2_000;

  static DatasetMode of(BigQueryConfig target) {
    return new DatasetMode(target.mode());
  }

  Map<String, String> labelled(Map<String, String> labels) {
    Map<String, String> all = new HashMap<>(labels);
    if (isCdc()) {
      all.put(LABEL, CDC);
    }
    return Map.copyOf(all);
  }

  /** As BigQuery writes an interval; null when the table is left as it is. */
  @Nullable String maxStaleness() {
    @Nullable Duration longest = mode instanceof WriteMode.Cdc cdc ? cdc.maxStaleness() : null;
    return longest == null
        ? null
        : "0-0 0 %d:%d:%d"
            .formatted(longest.toHours(), longest.toMinutesPart(), longest.toSecondsPart());
  }

  /**
   * Refuses a table that this mode cannot serve.
   *
   * @throws RunException.OutputRefused saying why
   */
  void requireServes(String name, MergedTable table) {
    int columns = table.fields().size();
    if (isCdc() && columns > MOST_COLUMNS) {
      throw new RunException.OutputRefused(
          "%s has %d columns, and BigQuery streams changes to tables of at most %d"
              .formatted(name, columns, MOST_COLUMNS),
          "leave fields out with fields.exclude, or write mode: merge");
    }
  }

  /**
   * Refuses a table of the other mode.
   *
   * @throws RunException.OutputRefused naming both
   */
  void requireMade(String name, Table found) {
    boolean streamed = found.getLabels() != null && CDC.equals(found.getLabels().get(LABEL));
    if (streamed != isCdc()) {
      throw new RunException.OutputRefused(
          "%s was made for mode: %s".formatted(name, streamed ? CDC : "merge"),
          "set output.mode to that, or begin in another dataset with another output.staging;"
              + " nothing was written");
    }
  }

  private boolean isCdc() {
    return mode instanceof WriteMode.Cdc;
  }
}
