package dev.sluice.gcp;

import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.schemas.field.FieldColumns;
import dev.sluice.schemas.table.Tables;
import java.util.List;
import java.util.Set;

/**
 * The tables of a dataset.
 *
 * @param all those that stand there: with views, the ones that no run writes too, since views read
 *     them
 * @param written those that a run writes, with or without rows
 */
record DatasetTables(List<MergedTable> all, List<MergedTable> written) {

  DatasetTables {
    all = List.copyOf(all);
    written = List.copyOf(written);
  }

  /**
   * @param columns the columns of the custom fields
   * @param selected the tables that runs write
   */
  static DatasetTables of(BigQueryConfig target, FieldColumns columns, Set<String> selected) {
    List<MergedTable> known = Tables.all(columns).stream().map(MergedTable::new).toList();
    List<MergedTable> written =
        known.stream().filter(table -> selected.contains(table.name())).toList();
    return new DatasetTables(target.views() == null ? written : known, written);
  }

  /** Those that stand there for views only. */
  List<MergedTable> unwritten() {
    return all.stream().filter(table -> !written.contains(table)).toList();
  }
}
