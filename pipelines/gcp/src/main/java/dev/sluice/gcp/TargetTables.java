package dev.sluice.gcp;

import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.model.Dataset;
import com.google.api.services.bigquery.model.Table;
import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableSchema;
import dev.sluice.pipelines.config.BigQueryConfig;
import dev.sluice.pipelines.run.RunException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that people query: makes those that are missing, adds columns, and refuses what cannot
 * hold the rows. Nothing is ever removed or changed in its type.
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
  void requireUsable(List<MergedTable> tables) {
    requireDataset();
    tables.forEach(table -> find(table.name()).ifPresent(found -> requireFits(table, found)));
  }

  /** Makes a table or adds what it lacks; returns its columns that the table here knows not. */
  List<String> ensure(MergedTable table, BigQueryJobs jobs) {
    Optional<Table> found = find(table.name());
    if (found.isEmpty()) {
      create(table.definition(target, target.labels()));
      return List.of();
    }
    requireFits(table, found.get());
    Map<String, TableFieldSchema> there = fields(found.get());
    List<TableFieldSchema> missing =
        table.fields().stream().filter(field -> !there.containsKey(field.getName())).toList();
    if (!missing.isEmpty()) {
      jobs.execute(
          new SqlNames(target.project(), target.dataset()).addColumns(table.name(), missing),
          "add columns to " + name(table.name()));
    }
    describe(table, missing.isEmpty() ? found.get() : find(table.name()).orElseThrow());
    Set<String> known = new HashSet<>(table.columns());
    known.addAll(List.of(MergedTable.DELETED, MergedTable.DELETED_AT));
    return there.keySet().stream().filter(column -> !known.contains(column)).sorted().toList();
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

  private void requireDataset() {
    try {
      Dataset dataset = client.datasets().get(target.project(), target.dataset()).execute();
      if (!target.location().equalsIgnoreCase(dataset.getLocation())) {
        throw new RunException.OutputRefused(
            "dataset %s.%s is in %s, not in %s"
                .formatted(
                    target.project(), target.dataset(), dataset.getLocation(), target.location()),
            "set output.location to where it is");
      }
    } catch (IOException e) {
      throw BigQueryFailures.of("find the dataset " + target.project() + "." + target.dataset(), e);
    }
  }

  private void requireFits(MergedTable table, Table found) {
    if (found.getType() != null && !found.getType().equals("TABLE")) {
      throw new RunException.OutputRefused(
          name(table.name()) + " is a " + found.getType() + ", not a table",
          "give sluice a dataset of its own");
    }
    Map<String, TableFieldSchema> there = fields(found);
    List<String> wrong = new ArrayList<>();
    for (TableFieldSchema field : table.fields()) {
      TableFieldSchema existing = there.get(field.getName());
      if (existing != null && !fits(field, existing)) {
        wrong.add(
            "%s is %s and should be %s"
                .formatted(field.getName(), BigQueryType.text(existing), BigQueryType.text(field)));
      }
    }
    if (!wrong.isEmpty()) {
      throw new RunException.OutputRefused(
          name(table.name()) + " cannot take the rows: column " + String.join("; ", wrong),
          "rename or drop that column, or name another column in fields.columns;"
              + " nothing was written");
    }
  }

  private static boolean fits(TableFieldSchema wanted, TableFieldSchema existing) {
    boolean sameMode =
        "REPEATED".equals(wanted.getMode()) == "REPEATED".equals(existing.getMode())
            && !("REQUIRED".equals(existing.getMode()) && !"REQUIRED".equals(wanted.getMode()));
    if (!sameMode || !BigQueryType.same(wanted.getType(), existing.getType())) {
      return false;
    }
    return wanted.getFields() == null
        || BigQueryType.text(wanted).equals(BigQueryType.text(existing));
  }

  /** A field that was renamed in Jira keeps its column; what is said of the column changes. */
  private void describe(MergedTable table, Table found) {
    Map<String, String> descriptions = new HashMap<>();
    table.fields().forEach(field -> descriptions.put(field.getName(), field.getDescription()));
    boolean changed = false;
    List<TableFieldSchema> fields = new ArrayList<>();
    for (TableFieldSchema field : found.getSchema().getFields()) {
      String description = descriptions.getOrDefault(field.getName(), field.getDescription());
      changed |= description != null && !description.equals(field.getDescription());
      fields.add(field.clone().setDescription(description));
    }
    if (changed) {
      try {
        client
            .tables()
            .patch(
                target.project(),
                target.dataset(),
                table.name(),
                new Table().setSchema(new TableSchema().setFields(fields)))
            .execute();
      } catch (IOException e) {
        throw BigQueryFailures.of("describe the columns of " + name(table.name()), e);
      }
    }
  }

  private Optional<Table> find(String name) {
    try {
      return Optional.of(client.tables().get(target.project(), target.dataset(), name).execute());
    } catch (IOException e) {
      if (BigQueryFailures.status(e).filter(status -> status == 404).isPresent()) {
        return Optional.empty();
      }
      throw BigQueryFailures.of("look at " + name(name), e);
    }
  }

  private static Map<String, TableFieldSchema> fields(Table table) {
    Map<String, TableFieldSchema> fields = new HashMap<>();
    table.getSchema().getFields().forEach(field -> fields.put(field.getName(), field));
    return fields;
  }

  private String name(String table) {
    return target.project() + "." + target.dataset() + "." + table;
  }
}
