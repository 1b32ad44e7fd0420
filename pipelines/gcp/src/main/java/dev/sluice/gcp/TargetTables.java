package dev.sluice.gcp;

import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableSchema;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.run.RunException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables that people query: makes those that are missing, adds columns and members of records,
 * and refuses what cannot hold the rows. Nothing is ever removed or changed in its type.
 */
final class TargetTables {

  private final Bigquery client;
  private final BigQueryConfig target;

  TargetTables(Bigquery client, BigQueryConfig target) {
    this.client = client;
    this.target = target;
  }

  /**
   * Looks at all tables and changes nothing.
   *
   * @throws RunException.OutputRefused when the dataset is elsewhere or a table is in the way
   */
  DatasetLook requireUsable(List<MergedTable> tables) {
    tables.forEach(table -> DatasetMode.of(target).requireServes(name(table.name()), table));
    DatasetLook look = DatasetLook.at(client, target, tables);
    tables.forEach(table -> look.table(table.name()).ifPresent(found -> requireFits(table, found)));
    return look;
  }

  /** Makes a table or adds what it lacks; returns its columns, in its order. */
  StandingColumns ensure(MergedTable table, DatasetLook look, BigQueryJobs jobs) {
    Optional<Table> found = look.table(table.name());
    if (found.isEmpty()) {
      create(table.definition(target, target.labels()));
      return new StandingColumns(table.fields());
    }
    StandingColumns standing = columns(found.get());
    List<TableFieldSchema> missing = standing.missing(table.fields());
    if (!missing.isEmpty()) {
      jobs.execute(
          new SqlNames(target.project(), target.dataset()).addColumns(table.name(), missing),
          "add columns to " + name(table.name()));
      standing = columns(DatasetLook.table(client, target, table.name()).orElseThrow());
    }
    StandingColumns wanted = standing.broughtUpTo(table.fields());
    @Nullable String staleness = DatasetMode.of(target).maxStaleness();
    boolean older = staleness != null && !staleness.equals(found.get().getMaxStaleness());
    if (older || !wanted.equals(standing)) {
      change(table.name(), wanted, staleness);
    }
    return wanted;
  }

  /** The columns that a table has, also those that nobody here knows. */
  List<TableFieldSchema> columns(String table) {
    return DatasetLook.table(client, target, table).orElseThrow().getSchema().getFields();
  }

  /** Makes a table; one that is there already is left as it is. */
  void create(Table definition) {
    try {
      client.tables().insert(target.project(), target.dataset(), definition).execute();
    } catch (IOException e) {
      if (BigQueryFailures.status(e).filter(status -> status == 409).isEmpty()) {
        throw BigQueryFailures.of("create " + name(definition.getTableReference().getTableId()), e);
      }
    }
  }

  /** Removes a table; one that is not there is no error. */
  void drop(String name) {
    try {
      client.tables().delete(target.project(), target.dataset(), name).execute();
    } catch (IOException e) {
      if (BigQueryFailures.status(e).filter(status -> status == 404).isEmpty()) {
        throw BigQueryFailures.of("drop " + name(name), e);
      }
    }
  }

  private void requireFits(MergedTable table, Table found) {
    if (found.getType() != null && !found.getType().equals("TABLE")) {
      throw new RunException.OutputRefused(
          name(table.name()) + " is a " + found.getType() + ", not a table",
          "give sluice a dataset of its own");
    }
    DatasetMode.of(target).requireMade(name(table.name()), found);
    List<String> wrong = columns(found).mismatches(table.fields());
    if (!wrong.isEmpty()) {
      throw new RunException.OutputRefused(
          name(table.name()) + " cannot take the rows: column " + String.join("; ", wrong),
          "rename or drop that column, or name another column in fields.columns;"
              + " nothing was written");
    }
  }

  /**
   * What is said of columns, new members of records, and how old an answer may be. A statement can
   * do the first only, and BigQuery takes the second as a whole schema that has them.
   */
  private void change(String table, StandingColumns columns, @Nullable String staleness) {
    try {
      client
          .tables()
          .patch(
              target.project(),
              target.dataset(),
              table,
              new Table()
                  .setSchema(new TableSchema().setFields(columns.fields()))
                  .setMaxStaleness(staleness))
          .execute();
    } catch (IOException e) {
      throw BigQueryFailures.of("change the columns of " + name(table), e);
    }
  }

  private static StandingColumns columns(Table table) {
    return new StandingColumns(table.getSchema().getFields());
  }

  private String name(String table) {
    return target.project() + "." + target.dataset() + "." + table;
  }
}
